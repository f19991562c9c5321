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
