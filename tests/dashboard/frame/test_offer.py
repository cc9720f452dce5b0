"""Of thousands of options a box offers some, never without the one that is chosen."""

from dashboard.frame import offer

MANY = [*range(1, offer.MOST + 2)]


def test_of_too_many_options_the_first_are_offered_and_those_that_are_chosen() -> None:
    options = [f"{number}" for number in MANY]
    assert offer.offered(options[: offer.MOST]) == options[: offer.MOST]
    assert offer.offered(options, ["900", "7", "gone"]) == [*options[: offer.FIRST], "900"]


def test_of_too_many_numbers_those_around_the_open_one_are_offered() -> None:
    assert offer.around(MANY[: offer.MOST], 5) == MANY[: offer.MOST]
    for number in (MANY[0], MANY[len(MANY) // 2], MANY[-1]):
        found = offer.around(MANY, number)
        assert number in found
        assert len(found) == offer.FIRST
    assert offer.around(MANY, None) == MANY[: offer.FIRST]
