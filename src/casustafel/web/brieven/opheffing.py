"""The letter that a shielding ends, as PDF. Covenant 12.6; AVG 18(3)."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from casustafel.acts.betrokkene.open_verzoek import OpenVerzoek, open_verzoek
from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.brieven.brief import Opheffingsbrief
from casustafel.brieven.pdf import to_pdf
from casustafel.web.brieven.kop import taal_asked
from casustafel.web.brieven.publicatie import answer
from casustafel.web.brieven.verzoekbrief import head_to_asker
from casustafel.web.door import acts, not_there, through

A_DAY = timedelta(days=1)


@acts(open_verzoek, open_convenant)
@require_safe
def brief(request: HttpRequest, verzoek_id: UUID, afscherming_id: UUID) -> HttpResponse:
    """Make the letter, once it was recorded that it is sent; `?taal=en` for English."""
    beeld = through(request, open_verzoek, OpenVerzoek(houder_id=verzoek_id))
    one = next((one for one in beeld.afschermingen if one.id == afscherming_id), None)
    if one is None or one.aangekondigd_op is None:
        return not_there(request)
    taal = taal_asked(request)
    convenant = through(request, open_convenant, Niets())
    letter = Opheffingsbrief(
        kop=head_to_asker(beeld, convenant, taal=taal, op=one.aangekondigd_op, is_concept=False),
        afgeschermd_op=one.op,
        vanaf=one.aangekondigd_op + A_DAY,
        motivering=one.brief,
    )
    return answer(to_pdf(letter), name=beeld.verzoek.nummer)
