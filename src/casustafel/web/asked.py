"""Fields of a form for an act: they say that they must be filled in, and leave the refusal to the act."""

from typing import Any

from django import forms

from casustafel.acts.invoer import MAX_LINE, MAX_TEXT


class LeftToAct:
    """Let an empty answer through to the act: put it before a field class."""

    def validate(self: Any, value: object) -> None:
        """Check what was filled in; the act says what is missing, and on which article."""
        if value not in self.empty_values:
            super().validate(value)  # type: ignore[misc]  # a mixin of forms.Field


class Line(LeftToAct, forms.CharField):
    """A line of text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MAX_LINE, **kwargs)


class Text(LeftToAct, forms.CharField):
    """A text of several lines; `rows` is the height of its box."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(max_length=MAX_TEXT, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class Day(LeftToAct, forms.DateField):
    """A day, written as in Dutch in every language, or as a browser's calendar sends it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"], **kwargs)


class Clock(LeftToAct, forms.TimeField):
    """A time of day."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class Whole(LeftToAct, forms.IntegerField):
    """A whole number."""


class One(LeftToAct, forms.ChoiceField):
    """One of some answers, each on a line of its own."""

    widget = forms.RadioSelect


class Many(LeftToAct, forms.MultipleChoiceField):
    """Any of some answers, each on a line of its own."""

    widget = forms.CheckboxSelectMultiple


class Yes(LeftToAct, forms.BooleanField):
    """A tick."""

    def validate(self, value: object) -> None:
        """Let a tick that was left out through to the act."""
