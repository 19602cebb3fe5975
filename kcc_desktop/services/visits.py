"""The one front door of visits: planning them while talking, the workers' days, and what came of them."""

from kcc_desktop.data.database import Database
from kcc_desktop.domain.travel import ByDistance, TravelTimes
from kcc_desktop.services.message_planning import NOTHING_SENT, MessageRules
from kcc_desktop.services.visit_optimising import VisitOptimising
from kcc_desktop.services.visit_outcomes import VisitOutcomes
from kcc_desktop.services.visit_planning import VisitPlanning


class VisitService(VisitPlanning, VisitOptimising, VisitOutcomes):
    """`travel`: where travel times come from; by default distance times a factor. `rules`: what
    citizens are sent about a visit.

    Every answer is a frozen value; ids of what is made are the desktop's, and the same command again changes nothing.
    """

    def __init__(
        self, database: Database, travel: TravelTimes | None = None, rules: MessageRules = NOTHING_SENT
    ) -> None:
        super().__init__(database, travel if travel is not None else ByDistance(), rules)
