"""The addresses of the peer."""

from rest_framework.routers import SimpleRouter

from bench.peer.views import CaseViewSet

router = SimpleRouter()
router.register("cases", CaseViewSet)
urlpatterns = router.urls
