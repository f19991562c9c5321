"""Money in the styles of many houses: signs of letters, labels that are no signs, shared names."""

import pytest

import crosscheck
from crosscheck.values import Quantity


def amounts(text: str) -> list[str]:
    found = [m.value for m in crosscheck.extract(text, kinds={"quantity"})]
    return [f"{v.stated} {v.unit}" for v in found if isinstance(v, Quantity)]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The dairy was sold for SFr640m.", "640000000 CHF"),
        ("The dairy was sold for SFr 640m.", "640000000 CHF"),
        ("Rebuilding the pier took RM46.2m.", "46200000 MYR"),
        ("Rebuilding the pier took Rs. 5m.", "5000000 INR"),
        ("Rebuilding the pier took ₺300m.", "300000000 TRY"),
        ("Rebuilding the pier took kr900m.", "900000000 SEK"),
        ("The trust holds R68m in cash.", "68000000 ZAR"),
        ("The trust holds R150 000 in cash.", "150000 ZAR"),
        ("The trust holds (R2.5bn) in cash.", "2500000000 ZAR"),
        ("The trust holds R2,5-million in cash.", "2500000 ZAR"),
        ("The trust holds RM1.2bil in cash.", "1200000000 MYR"),
        ("The trust holds Tk 500 crore in cash.", "5000000000 BDT"),
        ("The levy brought in EC$2.2 billion.", "2200000000 XCD"),
        ("A sack of rice is NLe 80.", "80 SLE"),
        ("A sack of rice was Le 80,000.", "80000 SLE"),
        ("The choir raised GH¢5m.", "5000000 GHS"),
        ("The choir raised GH₵ 200.", "200 GHS"),
        ("The ferry costs KSh150.", "150 KES"),
        ("The state paid USh5bn.", "5000000000 UGX"),
        ("The governor spent N5bn.", "5000000000 NGN"),
        ("The governor spent N150,000.", "150000 NGN"),
        ("The tram line cost S/350 million.", "350000000 PEN"),
        ("The tram line cost P150 million.", "150000000 PHP"),
        ("The tram line cost 400 Kč.", "400 CZK"),
        ("The reef fund is T$5m.", "5000000 TOP"),
        ("The reef fund is WST 3m.", "3000000 WST"),
        ("The reef fund is FJ$5 million.", "5000000 FJD"),
        ("The reef fund is J$7m.", "7000000 JMD"),
        ("The reef fund is 9 million pa'anga.", "9000000 TOP"),
        ("The mill owes 5m naira.", "5000000 NGN"),
        ("The bridge will cost SFr3-4m.", "3000000..4000000 CHF"),
        ("The bridge will cost between R3m and R5m.", "3000000..5000000 ZAR"),
        ("The bridge will cost R3m-R5m.", "3000000..5000000 ZAR"),
        ("She left a quarter of a million pounds.", "250000 GBP"),
        ("She left three quarters of a million dollars.", "750000 USD"),
        ("She left half of a million dollars.", "500000 USD"),
    ],
)
def test_amount(text, amount):
    assert amounts(text) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "The R2 is shut and R2-D2 beeped.",
        "The R101 crashed and an R22 fell.",
        "Drivers near Johannesburg left the R300 early.",
        "Traffic on the N340 near Lagos was slow.",
        "Nurses wore N95 masks.",
        "She climbed K2 with a P45 in her pocket.",
        "Delegates left COP26 and flew to COP 27.",
        "The parish met its SDG 13.",
        "They live in Burlington, VT 05401.",
        "He drove an X-R5m.",
    ],
)
def test_no_amount(text):
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Karachi pays 480 million rupees. Pakistan had found Rs48 crore.", ["PKR", "PKR"]),
        ("Mumbai pays 480 million rupees, which is Rs48 crore.", ["INR", "INR"]),
        ("Sri Lanka raised the fare to Rs 40, or 40 rupees.", ["LKR", "LKR"]),
        ("Nobody knew who lost the 480 million rupees, or Rs48 crore.", ["INR", "INR"]),
        ("India gave Nepal and Indian firms Rs48 crore.", ["INR"]),
        ("Oslo paid kr900m; Norway owed 900 million kroner.", ["NOK", "NOK"]),
        ("Kampala took Shs50m, or 50 million shillings.", ["UGX", "UGX"]),
        ("Argentina owes 50 million pesos.", ["ARS"]),
        ("Thieves in Johannesburg took R500.", ["ZAR"]),
        ("Soup is 2,500 Ft in Budapest.", ["HUF"]),
        ("The mast is 500 Ft tall.", ["ft"]),
        ("He ran the 100m mark and the 100m won by Ruiz.", ["m", "m"]),
    ],
)
def test_country(text, units):
    assert [amount.split()[1] for amount in amounts(text)] == units


@pytest.mark.parametrize("text", ["R" * 5000 + "5m", "R5m" * 3000, "S/" * 4000 + "5", "of a million " * 2000])
def test_any_text(text):
    for mention in crosscheck.extract(text, kinds={"quantity"}):
        assert text[mention.start : mention.end] == mention.text
