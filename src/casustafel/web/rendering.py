"""Forms in our dress: the renderer that Django uses for every form, groups of fields, and two ways to ask for a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.template.backends.django import DjangoTemplates as Engine
from django.utils.functional import Promise, cached_property

TEMPLATES = Path(__file__).parent / "templates"
DJANGO_TEMPLATES = Path(forms.__file__).parent / "templates"


class Renderer(DjangoTemplates):
    """Render forms with templates/components and widgets with templates/django/forms. Settings name it FORM_RENDERER.

    Ours come before Django's own in an engine of its own, whatever the order of the installed apps.
    """

    form_template_name = "components/form.html"
    formset_template_name = "components/formset.html"
    field_template_name = "components/field.html"

    @cached_property
    def engine(self) -> Engine:
        """Return the engine that knows our templates and, under them, Django's."""
        dirs = [TEMPLATES, DJANGO_TEMPLATES]
        return Engine({"APP_DIRS": False, "DIRS": dirs, "NAME": "forms", "OPTIONS": {}})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fieldset:
    """Fields that belong together, as a form class names them."""

    legend: str | Promise
    names: tuple[str, ...]
    hint: str | Promise = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundFieldset:
    """Fields that belong together, ready to be shown."""

    legend: str | Promise
    fields: tuple[BoundField, ...]
    hint: str | Promise = ""


class Fieldsets:
    """Let a form show its fields in groups: put it before forms.Form and name the groups in `groups`.

    A field that no group names would be asked for and not shown, so that is an error; a hidden field needs no group.
    A form without groups shows its fields in their order.
    """

    groups: ClassVar[Sequence[Fieldset]] = ()

    def fieldsets(self: Any) -> list[BoundFieldset]:
        """Return the groups with their fields, without those that a form took out of itself."""
        if not self.groups:
            return []
        named = {name for group in self.groups for name in group.names}
        missing = {field.name for field in self.visible_fields()} - named
        if missing:
            raise LookupError(f"{type(self).__name__} shows no group for: {', '.join(sorted(missing))}")
        return list(self._bound())

    def _bound(self: Any) -> Iterator[BoundFieldset]:
        """Yield each group that still has a field to show."""
        for group in self.groups:
            fields = tuple(self[name] for name in group.names if name in self.fields and not self[name].is_hidden)
            if fields:
                yield BoundFieldset(legend=group.legend, hint=group.hint, fields=fields)


class DayInput(forms.DateInput):
    """Ask for a day that the reader knows, as on a form on paper; give an example in the field's help text."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        own = {"class": "ct-textbox--short", "inputmode": "numeric"}
        super().__init__(attrs={**own, **(attrs or {})}, format="%d-%m-%Y")


class DayPicker(forms.DateInput):
    """Ask for a day to come, with the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")
