"""Who is who: within one article and across several."""

import crosscheck
from crosscheck import Article


def cast(*texts: str, kind: str = "person") -> list[set[str]]:
    """The variants of each entity of a kind."""
    articles = [Article(text, id=f"a{number}") for number, text in enumerate(texts)]
    return [set(e.variants) for e in crosscheck.entities(articles) if e.kind == kind]


def test_a_surname_goes_to_the_full_name_of_its_article() -> None:
    text = "Anna Brunner opened the library on Monday. Brunner said the roof had been mended."
    assert cast(text) == [{"Anna Brunner", "Brunner"}]


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Anna Brunner and her husband Peter Brunner were there. Anna Brunner said it rained."
    assert cast(text) == [{"Anna Brunner"}, {"Peter Brunner"}]


def test_short_forms_and_initials_across_articles_are_one_person() -> None:
    one = "Senator William Hartnell said no. Hartnell spoke in Dayton with Lucy Obrecht."
    two = "Sen. Bill Hartnell said in Dayton that Lucy Obrecht was right."
    three = "William J. Hartnell met Lucy Obrecht in Dayton."
    assert {"William Hartnell", "Bill Hartnell", "William J. Hartnell", "Hartnell"} in cast(one, two, three)


def test_romanised_spellings_are_one_person() -> None:
    one = "President Yusuf Qarami visited Tarkan on Monday with Lena Ostrava."
    two = "President Yousef Karami was in Tarkan, said Lena Ostrava."
    assert {"Yusuf Qarami", "Yousef Karami"} in cast(one, two)


def test_the_cast_does_not_depend_on_the_order_of_the_articles() -> None:
    texts = ("Mayor Ida Lorentz spoke in Wels.", "Lorentz said no in Wels.", "Ida Lorentz, 61, left Wels.")
    articles = [Article(text, id=f"a{number}") for number, text in enumerate(texts)]
    assert crosscheck.entities(articles) == crosscheck.entities(articles[::-1])


def test_offsets_give_back_the_text() -> None:
    article = Article("IDF chief Lt. Gen. Ehud Zorea’s car was in Vienna, Mr. Zorea said.", id="x")
    for entity in crosscheck.entities([article]):
        for m in entity.mentions:
            assert article.text[m.start : m.end] == m.text


def test_the_title_tells_which_of_two_of_a_surname() -> None:
    text = (
        "Raymond Okell, 44, was there. His wife, Dana Okell, was not. "
        "Mrs. Okell had a cold. Mr. Okell took notes."
    )
    mentions = {e.name: len(e.mentions) for e in crosscheck.entities([Article(text, id="a")])}
    assert mentions == {"Raymond Okell": 2, "Dana Okell": 2}


def test_father_and_son_of_one_name_stay_two() -> None:
    text = "Carl Okell, 44, was fined. His father, Carl Okell Sr., paid. Carl Okell thanked him."
    assert sorted(len(e.mentions) for e in crosscheck.entities([Article(text, id="a")])) == [1, 2]


def test_a_name_at_birth_is_the_same_person() -> None:
    text = "Winifred Thane died on Monday. She was born Winifred Harlow in Clun."
    assert {"Winifred Thane", "Winifred Harlow"} in cast(text)


def test_namesakes_of_two_stories_stay_two() -> None:
    one = "Anna Bell, 61, a judge in Dayton, sentenced Bruno Vasquez over a fire, said Otto Lindqvist."
    two = "Anna Bell, 19, a sprinter from Perth, beat Wanjiru Kamau and Ling Jiayi in Ostrava."
    assert sum(variants == {"Anna Bell"} for variants in cast(one, two)) == 2


def test_an_acronym_is_joined_to_its_long_name_across_articles() -> None:
    one = "The Maritime Accident Board (MAB) sent a team."
    two = "The MAB said it would look into it. The MAB's chairman agreed."
    assert {"Maritime Accident Board", "MAB"} in cast(one, two, kind="organisation")


def test_the_office_alone_counts_as_its_one_holder() -> None:
    article = Article("Mayor Ida Lorentz spoke. The mayor left early.", id="a")
    (entity,) = crosscheck.entities([article])
    assert [(m.text, m.role) for m in entity.mentions] == [
        ("Ida Lorentz", "Mayor"),
        ("The mayor", "The mayor"),
    ]


def test_a_thousand_articles_take_time_in_proportion() -> None:
    import time

    def spent(count: int) -> float:
        texts = [
            f"Mayor Ida Lorentz{i % 90} met Otto Brandt in Wels. Brandt left. Bell spoke."
            for i in range(count)
        ]
        articles = [Article(text, id=f"a{number:04}") for number, text in enumerate(texts)]
        began = time.process_time()
        crosscheck.entities(articles)
        return time.process_time() - began

    spent(20)
    assert spent(800) < 16 * max(spent(100), 0.01)
