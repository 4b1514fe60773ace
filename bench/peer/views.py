"""The three operations that are measured: a page of cases, one case, a new case."""

from collections.abc import Sequence
from typing import TypeVar

from auditlog.signals import accessed
from django.db import transaction
from django.db.models import QuerySet
from guardian.shortcuts import assign_perm, get_objects_for_user
from rest_framework.mixins import CreateModelMixin, ListModelMixin, RetrieveModelMixin
from rest_framework.serializers import BaseSerializer
from rest_framework.viewsets import GenericViewSet

from bench.peer.models import Case, Note
from bench.peer.permission import ObjectPermissions
from bench.peer.serializers import CaseSerializer, NewCaseSerializer, RowSerializer

Row = TypeVar("Row")

VIEW = "peer.view_case"
SERIALIZERS = {"list": RowSerializer, "retrieve": CaseSerializer, "create": NewCaseSerializer}


class CaseViewSet(ListModelMixin, RetrieveModelMixin, CreateModelMixin, GenericViewSet[Case]):
    """Cases by permission; every one that is shown is logged as read."""

    permission_classes = [ObjectPermissions]
    queryset = Case.objects.select_related("organisation", "case_type", "subject").order_by("-pk")

    def get_serializer_class(self) -> type[BaseSerializer[Case]]:
        """Return the face that this operation shows."""
        return SERIALIZERS[self.action]

    def get_queryset(self) -> QuerySet[Case]:
        """Return the cases this may be about, with what its face shows of them."""
        cases = super().get_queryset().prefetch_related("participants")
        if self.action == "list":
            return get_objects_for_user(self.request.user, VIEW, klass=cases, accept_global_perms=False)
        return cases.prefetch_related("notes", "properties", "documents")

    def paginate_queryset(self, queryset: QuerySet[Case, Row] | Sequence[Row]) -> list[Row] | None:
        """Return one page, and log each of its rows as read."""
        page = super().paginate_queryset(queryset)
        for case in page or ():
            accessed.send(sender=Case, instance=case)
        return page

    def get_object(self) -> Case:
        """Return the case if it may be seen, and log it as read."""
        case = super().get_object()
        accessed.send(sender=Case, instance=case)
        return case

    @transaction.atomic
    def perform_create(self, serializer: BaseSerializer[Case]) -> None:
        """Make the case, its first note, and the permission of the maker's group."""
        text = serializer.validated_data.pop("note")
        case = serializer.save()
        Note.objects.create(case=case, author=self.request.user.get_username(), text=text)
        assign_perm(VIEW, self.request.user.groups.order_by("pk").first(), case)
