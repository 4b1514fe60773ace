"""What a user may: permissions per case, held by groups."""

from rest_framework.permissions import DjangoObjectPermissions
from rest_framework.request import Request
from rest_framework.views import APIView


class ObjectPermissions(DjangoObjectPermissions):
    """Ask django-guardian for every case that is read; creating takes the permission of the model."""

    perms_map = {**DjangoObjectPermissions.perms_map, "GET": ["%(app_label)s.view_%(model_name)s"]}

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Let a known user in; only who may add cases may post."""
        if request.method == "POST":
            return super().has_permission(request, view)
        return bool(request.user.is_authenticated)
