"""What is to be seen of the town's own lists: each list with an entry open, a mistake, a file that is looked at."""

from pathlib import Path
from tempfile import TemporaryDirectory

from kcc_desktop.ui.lists.lists_panel import KINDS, ListsPanel
from kcc_desktop.ui.tour.stage import Stage

_FILE = "code;naam;adres;stap\nluttelgeest;Servicepunt Luttelgeest;Voorbeeldstraat 2;10\nens;Servicepunt Ens;;7\n"


def lists(stage: Stage) -> None:
    panel = _open(stage)
    for number, kind in enumerate(KINDS):
        panel.sections.choose(number)
        stage.picture(f"30-lists-{kind.value}")
    panel.sections.choose(len(KINDS))
    stage.settle()
    panel.try_connection()
    stage.picture("30-lists-connections")
    stage.press("panel_contact")


def lists_refused(stage: Stage) -> None:
    panel = _open(stage)
    panel.sections.choose(2)
    stage.settle()
    panel.new_entry()
    stage.type("Ens Noord")
    stage.picture("31-lists-refused")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "locaties.csv"
        file.write_text(_FILE, encoding="utf-8")
        panel.files.choose_file = lambda: str(file)
        panel.import_file()
        stage.picture("32-lists-file")
        stage.press("later")
    stage.press("panel_contact")


def _open(stage: Stage) -> ListsPanel:
    stage.press("panel_administration")
    stage.settle()
    panel = stage.window.panels.panel()
    assert isinstance(panel, ListsPanel)
    return panel
