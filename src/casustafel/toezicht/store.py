"""The doors of oversight: facts for the rules, content for a pass. Covenant 15.2."""

from casustafel.bestand.stukken import Stukken
from casustafel.bestand.vernietiging import Vernietiging
from casustafel.toezicht.models import Certificaat, Incident, Stuk

stukken = Stukken(Stuk)
vernietiging = Vernietiging(houders=Incident, stukken=Stuk, uitgaand=None, certificaten=Certificaat)
