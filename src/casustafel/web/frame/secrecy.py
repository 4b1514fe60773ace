"""The secrecy text: read at any time, accepted once per version. Covenant 14.1."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casustafel.acts.invoer import Niets
from casustafel.acts.register.geheimhouding import AcceptGeheimhouding, accept_geheimhouding, read_geheimhouding
from casustafel.web.door import acts, through
from casustafel.web.part import Waarborgen
from casustafel.web.saving import ActForm, save, show


class SecrecyForm(ActForm):
    """That this version of the text was read and is accepted."""

    versie = forms.CharField(widget=forms.HiddenInput, required=False)  # type: ignore[assignment]  # a version of a text has a name
    aanvaard = forms.BooleanField(
        label=gettext_lazy("I have read this text and I will keep to it."),
        error_messages={"required": gettext_lazy("Tick this box to go on.")},
    )


@acts(read_geheimhouding, accept_geheimhouding)
@require_http_methods(["GET", "POST"])
def geheimhouding(request: HttpRequest) -> HttpResponse:
    """Show the secrecy text, and take that it is accepted."""
    form = SecrecyForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        saved = save(
            request,
            form,
            accept_geheimhouding,
            invoer=lambda typed: AcceptGeheimhouding(versie=typed["versie"]),
            next_url="/",
        )
        if saved is not None:
            return saved
    beeld = through(request, read_geheimhouding, Niets())
    form.initial["versie"] = beeld.versie
    if isinstance(form.data, QueryDict):
        typed = form.data.copy()
        if typed.get("versie") != beeld.versie:
            typed.pop("aanvaard", None)
        typed["versie"] = beeld.versie
        form.data = typed
    waarborgen = Waarborgen(artikel="14.1", purpose=_("Everybody keeps secret what they read here."))
    alineas = [" ".join(alinea.split()) for alinea in beeld.tekst.split("\n\n")]
    context = {"beeld": beeld, "alineas": alineas, "waarborgen": waarborgen}
    return show(request, "frame/geheimhouding.html", form, context)
