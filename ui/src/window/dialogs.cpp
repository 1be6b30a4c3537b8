#include "window/dialogs.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "base/background.h"
#include "base/icons.h"
#include "base/text.h"
#include "sparring/bench.h"
#include "sparring/version.h"
#include "window/actions.h"
#include "window/closebutton.h"
#include "window/searchpage.h"

namespace sparring::ui {
namespace {

constexpr int kAboutIcon = 56;

struct Dialogs {
  Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

PageSection::Entry key(const QString& keys, const QString& meaning) {
  return {"<tr><td style='padding:2px 18px 2px 0'><b>" + keys.toHtmlEscaped() + "</b></td><td style='padding:2px 0'>" +
              meaning.toHtmlEscaped() + "</td></tr>",
          keys + ' ' + meaning};
}

/// `speed`: what matrix products reach.
QString aboutHtml(const QString& speed) {
  return "<p>" +
         Dialogs::tr(
             "A digit classifier trains against an opponent that makes adversarial samples. You set the rules, watch, "
             "and measure what robustness was really gained.")
             .toHtmlEscaped() +
         "</p><p>" +
         Dialogs::tr(
             "Free software under the GNU General Public License, version 3 or later. It comes with no warranty. "
             "It is built on Qt, LibTorch and QCustomPlot.")
             .toHtmlEscaped() +
         "</p><p><b>" + Dialogs::tr("This build").toHtmlEscaped() + "</b></p><pre style='white-space:pre-wrap'>" +
         QString::fromStdString(buildReport()).toHtmlEscaped() +
         Dialogs::tr("A large matrix product: %1").arg(speed).toHtmlEscaped() + "</pre>";
}

}  // namespace

void showAbout(QWidget* parent) {
  auto* top = new QWidget;
  auto* picture = new QLabel(top);
  picture->setPixmap(applicationIcon().pixmap(QSize(kAboutIcon, kAboutIcon), parent->devicePixelRatioF()));
  auto* title = new QLabel(QString("<h2 style='margin:0'>Sparring %1</h2><p style='margin:2px 0 0 0'>%2</p>")
                               .arg(QString::fromStdString(version()).toHtmlEscaped(),
                                    Dialogs::tr("A workbench for adversarial training").toHtmlEscaped()),
                           top);
  auto* layout = new QHBoxLayout(top);
  layout->setContentsMargins(4, 4, 4, 4);
  layout->setSpacing(14);
  layout->addWidget(picture);
  layout->addWidget(title, 1);
  auto* dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(Dialogs::tr("About Sparring"));
  auto* text = new QTextBrowser(dialog);
  text->setOpenExternalLinks(true);
  text->setHtml(aboutHtml(Dialogs::tr("measuring…")));
  text->setAccessibleName(dialog->windowTitle());
  auto* close = new CloseButton(dialog);
  close->setDefault(true);
  auto* column = new QVBoxLayout(dialog);
  column->addWidget(top);
  column->addWidget(text, 1);
  column->addWidget(close, 0, Qt::AlignRight);
  dialog->resize(520, 440);
  dialog->show();
  (new Background(dialog))
      ->run([] { return measureGemm(0); },
            [text](const Outcome<double>& speed) {
              if (speed.value) text->setHtml(aboutHtml(Dialogs::tr("%1 GFLOP/s just now").arg(qRound(*speed.value))));
            });
}

void showShortcuts(const Actions& actions, QWidget* parent) {
  PageSection everywhere{Dialogs::tr("Everywhere"), {}, true};
  for (auto* action : parent->actions())
    if (!action->shortcut().isEmpty())
      everywhere.entries.push_back(key(action->shortcut().toString(QKeySequence::NativeText),
                                       action == actions.start
                                           ? Dialogs::tr("New run, pause or continue")
                                           : withoutMnemonic(action->text()).remove(QString::fromUtf8("…"))));
  std::vector<PageSection> sections{std::move(everywhere)};
  sections.push_back({Dialogs::tr("In a plot"),
                      {key(QString::fromUtf8("← →"), Dialogs::tr("Move along the steps")),
                       key("+ -", Dialogs::tr("Zoom")), key("Home, 0", Dialogs::tr("Fit")),
                       key("F", Dialogs::tr("Follow the newest step")), key("L", Dialogs::tr("Logarithmic or linear"))},
                      true});
  sections.push_back({Dialogs::tr("In the frontier"),
                      {key(QString::fromUtf8("← →"), Dialogs::tr("Along a trail")),
                       key(QString::fromUtf8("↑ ↓"), Dialogs::tr("From λ to λ")),
                       key("Ctrl+C", Dialogs::tr("Copy the picture, or the table")),
                       key("Esc", Dialogs::tr("Let all lanes stand out again"))},
                      true});
  sections.push_back({Dialogs::tr("In digits and pairs"),
                      {key(QString::fromUtf8("← → ↑ ↓"), Dialogs::tr("From picture to picture")),
                       key("Enter", Dialogs::tr("Enlarge"))},
                      true});
  sections.push_back({Dialogs::tr("In the runs"),
                      {key("Enter", Dialogs::tr("Look at a run")), key("Del", Dialogs::tr("Move it to the trash"))},
                      true});
  (new SearchPage(Dialogs::tr("Keyboard"), std::move(sections), {440, 560}, parent))->showAt();
}

SearchPage* showReference(const QString& key, SearchPage* open, QWidget* parent) {
  if (!open) {
    std::vector<PageSection> sections;
    std::string group;
    for (const auto& parameter : paramTable()) {
      if (parameter.group != group) {
        group = parameter.group;
        sections.push_back({sparring::ui::group(parameter), {}});
      }
      const QString name = label(parameter), meaning = help(parameter), code = QString::fromStdString(parameter.key),
                    when = parameter.apply == Apply::Live ? Dialogs::tr("Takes effect at the next step.")
                                                          : Dialogs::tr("Takes effect with the next run.");
      sections.back().entries.push_back({"<p><b>" + name.toHtmlEscaped() + "</b> &nbsp; <code>" + code + "</code><br>" +
                                             meaning.toHtmlEscaped() + " <i>" + when.toHtmlEscaped() + "</i></p>",
                                         name + ' ' + code + ' ' + meaning, code});
    }
    open = new SearchPage(Dialogs::tr("Parameter reference"), std::move(sections), {640, 640}, parent);
  }
  open->showAt(key);
  return open;
}

}  // namespace sparring::ui
