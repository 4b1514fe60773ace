"""Write a letter out in the words of its template; a municipality may put its own folder in front."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.template import Context, Engine
from django.utils import translation

from casustafel.brieven.brief import Document, taal_of

SHIPPED = Path(__file__).resolve().parent / "sjablonen"


@cache
def _engine(folder: str) -> Engine:
    own = [folder] if folder else []
    return Engine(dirs=[*own, str(SHIPPED)])


def write_out(document: Document) -> str:
    """Give the HTML of a document, in its own language. Everything that is not of the template is escaped.

    Raises `django.template.TemplateDoesNotExist` or `TemplateSyntaxError` where the folder of CASUSTAFEL_BRIEVEN is at
    fault; a template that is not in that folder is the shipped one.
    """
    taal = taal_of(document)
    engine = _engine(settings.CASUSTAFEL_BRIEVEN)
    with translation.override(taal):
        template = engine.get_template(f"{taal}/{document.sjabloon}")
        return template.render(Context({"brief": document, "taal": taal.value, "map": taal.value}))
