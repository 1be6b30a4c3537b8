#include "window/dialogs.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "base/background.h"
#include "base/icons.h"
#include "base/text.h"
#include "sparring/bench.h"
#include "sparring/version.h"
#include "window/actions.h"

namespace sparring::ui {
namespace {

constexpr int kAboutIcon = 56;

struct Dialogs {
  Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

QDialog* page(QWidget* parent, const QString& title, QWidget* top, const QString& html, QSize size) {
  auto* dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  auto* text = new QTextBrowser(dialog);
  text->setOpenExternalLinks(true);
  text->setHtml(html);
  text->setAccessibleName(title);
  auto* close = new QPushButton(Dialogs::tr("Close"), dialog);
  close->setDefault(true);
  QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::close);
  auto* layout = new QVBoxLayout(dialog);
  if (top) layout->addWidget(top);
  layout->addWidget(text, 1);
  layout->addWidget(close, 0, Qt::AlignRight);
  dialog->resize(size);
  dialog->show();
  return dialog;
}

QString row(const QString& left, const QString& right) {
  return "<tr><td style='padding:2px 18px 2px 0'><b>" + left.toHtmlEscaped() + "</b></td><td style='padding:2px 0'>" +
         right.toHtmlEscaped() + "</td></tr>";
}

QString plain(QString menuText) { return menuText.remove('&').remove(QString::fromUtf8("…")); }

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

QDialog* showAbout(QWidget* parent) {
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
  auto* dialog = page(parent, Dialogs::tr("About Sparring"), top, aboutHtml(Dialogs::tr("measuring…")), {520, 440});
  auto* text = dialog->findChild<QTextBrowser*>();
  (new Background(dialog))
      ->run([] { return measureGemm(0); },
            [text](const Outcome<double>& speed) {
              if (speed.value) text->setHtml(aboutHtml(Dialogs::tr("%1 GFLOP/s just now").arg(qRound(*speed.value))));
            });
  return dialog;
}

QDialog* showShortcuts(const Actions& actions, QWidget* parent) {
  QString html = "<p><b>" + Dialogs::tr("Everywhere").toHtmlEscaped() + "</b></p><table>";
  for (auto* action : parent->actions())
    if (!action->shortcut().isEmpty())
      html += row(action->shortcut().toString(QKeySequence::NativeText),
                  action == actions.start ? Dialogs::tr("New run, pause or continue") : plain(action->text()));
  html += "</table><p><b>" + Dialogs::tr("In a plot").toHtmlEscaped() + "</b></p><table>";
  html += row(QString::fromUtf8("← →"), Dialogs::tr("Move along the steps"));
  html += row("+ -", Dialogs::tr("Zoom"));
  html += row("Home, 0", Dialogs::tr("Fit"));
  html += row("F", Dialogs::tr("Follow the newest step"));
  html += row("L", Dialogs::tr("Logarithmic or linear"));
  html += "</table><p><b>" + Dialogs::tr("In the frontier").toHtmlEscaped() + "</b></p><table>";
  html += row(QString::fromUtf8("← →"), Dialogs::tr("Along a trail"));
  html += row(QString::fromUtf8("↑ ↓"), Dialogs::tr("From λ to λ"));
  html += row("Ctrl+C", Dialogs::tr("Copy the picture, or the table"));
  html += row("Esc", Dialogs::tr("Let all lanes stand out again"));
  html += "</table><p><b>" + Dialogs::tr("In digits and pairs").toHtmlEscaped() + "</b></p><table>";
  html += row(QString::fromUtf8("← → ↑ ↓"), Dialogs::tr("From picture to picture"));
  html += row("Enter", Dialogs::tr("Enlarge"));
  html += "</table><p><b>" + Dialogs::tr("In the runs").toHtmlEscaped() + "</b></p><table>";
  html += row("Enter", Dialogs::tr("Look at a run"));
  html += row("Del", Dialogs::tr("Move it to the trash"));
  html += "</table>";
  return page(parent, Dialogs::tr("Keyboard"), nullptr, html, {440, 560});
}

QDialog* showReference(QWidget* parent) {
  QString html;
  std::string group;
  for (const auto& parameter : paramTable()) {
    if (parameter.group != group) {
      group = parameter.group;
      html += "<h3>" + sparring::ui::group(parameter).toHtmlEscaped() + "</h3>";
    }
    html += "<p><b>" + label(parameter).toHtmlEscaped() + "</b> &nbsp; <code>" + QString::fromStdString(parameter.key) +
            "</code><br>" + help(parameter).toHtmlEscaped() + " <i>" +
            (parameter.apply == Apply::Live ? Dialogs::tr("Takes effect at the next step.")
                                            : Dialogs::tr("Takes effect with the next run."))
                .toHtmlEscaped() +
            "</i></p>";
  }
  return page(parent, Dialogs::tr("Parameter reference"), nullptr, html, {640, 640});
}

}  // namespace sparring::ui
