"""A choice of a picture lives in the address: a press sets it, a link or the way back wins over what was pressed before."""

from streamlit.testing.v1 import AppTest


def page() -> AppTest:
    def script() -> None:
        import streamlit as st

        from dashboard.frame import choice

        st.title(choice.of("view", ["a", "b", "c"]))

    return AppTest.from_function(script)


def test_the_first_is_chosen_and_leaves_the_address_as_it_is() -> None:
    app = page().run()
    assert app.title[0].value == "a"
    assert "view" not in app.query_params


def test_a_press_is_put_into_the_address() -> None:
    app = page().run()
    app.session_state["view"] = "b"
    app.run()
    assert app.title[0].value == "b"
    assert app.query_params["view"] in ("b", ["b"])


def test_an_address_that_changed_wins_over_what_was_pressed_before() -> None:
    app = page().run()
    app.session_state["view"] = "b"
    app.run()
    app.query_params["view"] = "c"
    assert app.run().title[0].value == "c"


def test_what_is_no_option_is_the_first() -> None:
    app = page()
    app.query_params["view"] = "x"
    assert app.run().title[0].value == "a"
