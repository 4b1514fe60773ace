"""The faces of a case: a row, the whole, a new one."""

from rest_framework import serializers

from bench.peer.models import Case, Document, Note, Participant, Person, Property


class PersonSerializer(serializers.ModelSerializer[Person]):
    """A person, whole."""

    class Meta:
        model = Person
        fields = "__all__"


class ParticipantSerializer(serializers.ModelSerializer[Participant]):
    """A participant, without the case it stands under."""

    class Meta:
        model = Participant
        exclude = ["case"]


class NoteSerializer(serializers.ModelSerializer[Note]):
    """A note, without the case it stands under."""

    class Meta:
        model = Note
        exclude = ["case"]


class PropertySerializer(serializers.ModelSerializer[Property]):
    """A property, without the case it stands under."""

    class Meta:
        model = Property
        exclude = ["case"]


class DocumentSerializer(serializers.ModelSerializer[Document]):
    """A reference to a document, without the case it stands under."""

    class Meta:
        model = Document
        exclude = ["case"]


class RowSerializer(serializers.ModelSerializer[Case]):
    """A case in a list: with its person, its participants, and names instead of numbers."""

    subject = PersonSerializer(read_only=True)
    participants = ParticipantSerializer(many=True, read_only=True)
    organisation_name = serializers.CharField(source="organisation.name", read_only=True)
    case_type_name = serializers.CharField(source="case_type.name", read_only=True)

    class Meta:
        model = Case
        fields = "__all__"


class CaseSerializer(RowSerializer):
    """A case with all that belongs to it."""

    notes = NoteSerializer(many=True, read_only=True)
    properties = PropertySerializer(many=True, read_only=True)
    documents = DocumentSerializer(many=True, read_only=True)


class NewCaseSerializer(serializers.ModelSerializer[Case]):
    """What a new case needs, with its first note."""

    note = serializers.CharField(write_only=True)

    class Meta:
        model = Case
        fields = ["id", "number", "organisation", "case_type", "subject", "title", "summary", "note"]
