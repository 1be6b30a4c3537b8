#include "window/exports.h"

#include <QPixmap>
#include <QWidget>
#include <iterator>

#include "base/text.h"
#include "digits/pairsview.h"
#include "digits/sampleview.h"
#include "export/exportdialog.h"
#include "frontier/frontierplot.h"
#include "frontier/frontierview.h"
#include "report/report.h"
#include "shown/shown.h"
#include "sparring/animation.h"
#include "widgets/viewpage.h"
#include "window/pages.h"

namespace sparring::ui {
namespace {

constexpr QSize kFrontierFrame(960, 640);  // logical pixels

QStringList animationSuffixes() {
  QStringList suffixes;
  for (const AnimationFormatRow& row : animationFormats()) suffixes << QString::fromLatin1(row.suffix);
  return suffixes;
}

void append(std::vector<ExportRow>& rows, std::vector<ExportRow> more) {
  rows.insert(rows.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
}

}  // namespace

Exports::Exports(Shown& shown, Pages& pages, SampleView& samples, PairsView& pairs, QWidget* window)
    : QObject(window), shown_(shown), pages_(pages), samples_(samples), pairs_(pairs), window_(window) {}

ExportDialog* Exports::dialog() const { return dialog_; }

void Exports::open() {
  QStringList chosen;
  for (const ExportItem& item : static_cast<ViewPage*>(pages_.currentWidget())->exports())
    if (item.there()) chosen << item.id;
  show(rows(), chosen);
}

void Exports::openWith(const QString& item) { show(rows(), {item}); }

void Exports::openReport(const std::filesystem::path& run) {
  if (run.empty()) return;
  std::vector<ExportRow> report{reportOf(run)};
  const QStringList id{report.front().item.id};
  show(std::move(report), id);
}

// The page that stands in front comes back to the front.
void Exports::show(std::vector<ExportRow> rows, const QStringList& chosen) {
  if (dialog_) return;
  dialog_ = new ExportDialog(shown_, std::move(rows), chosen, window_);
  dialog_->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog_, &ExportDialog::noticed, this, &Exports::noticed);
  connect(dialog_, &ExportDialog::ended, &pages_,
          [this, page = pages_.currentIndex()] { pages_.open(page); });
  dialog_->open();
}

std::vector<ExportRow> Exports::rows() const {
  std::vector<ExportRow> all = rowsOfPages();
  const QString beside = tr("Digits and pairs");
  for (ExportItem item : samples_.exports()) {
    item.title = [] { return tr("Generated digits"); };
    all.push_back({.item = std::move(item), .group = beside});
  }
  for (ExportItem item : pairs_.exports()) {
    item.title = [] { return tr("Adversarial pairs"); };
    all.push_back({.item = std::move(item), .group = beside});
  }
  all.push_back(reportOf(shown_.folder()));
  append(all, animations());
  return all;
}

std::vector<ExportRow> Exports::rowsOfPages() const {
  std::vector<ExportRow> rows;
  for (int i = 0; i < pages_.count(); ++i) {
    const PageRow& row = pages_.rows()[size_t(i)];
    const ViewPage* page = &pages_.page(QString::fromLatin1(row.id));
    for (const ExportItem& item : page->exports())
      rows.push_back({.item = item,
                      .group = pages_.usualTitle(i),
                      .bring = [this, i] { pages_.open(i); },
                      .ready = [page] { return !page->busy(); },
                      .ofRun = !row.several});
  }
  return rows;
}

ExportRow Exports::reportOf(const std::filesystem::path& run) const {
  const bool own = run == shown_.folder();
  const QString name = QString::fromStdString(run.filename().string());
  ExportItem report{.id = QStringLiteral("report"),
                    .title = [] { return tr("Report: a page and its pictures"); },
                    .suffixes = {QString()},
                    .file = [name] { return name + QStringLiteral("-report"); },
                    .there = [this, run] { return !run.empty() && (run != shown_.folder() || shown_.begun()); },
                    .write =
                        [this, run, own](const QString& path, double) {
                          writeReport(run, path.toStdString(), own ? shown_.compared() : Compared());
                        }};
  return {.item = std::move(report), .group = tr("The run"), .ofRun = false};
}

// Of digits and pairs the step's pictures are waited for; of a page also what is measured of that step.
std::vector<ExportRow> Exports::animations() const {
  const auto row = [this](const char* id, auto title, const char* file, std::function<QImage(double)> frame) {
    return ExportRow{.item = {.id = QString::fromLatin1(id),
                              .title = title,
                              .suffixes = animationSuffixes(),
                              .file = [file] { return QString::fromLatin1(file); },
                              .there = [this] { return shown_.begun() && shown_.trace().last > 0; },
                              .frame = std::move(frame)},
                     .group = tr("The run, step by step"),
                     .ready = [this] { return !shown_.picturing(); }};
  };
  std::vector<ExportRow> rows;
  rows.push_back(row(
      "animated-digits", [] { return tr("Digits as an animation"); }, "digits-steps",
      [this](double scale) { return shown_.samples() || shown_.keptSamples() ? samples_.picture(scale) : QImage(); }));
  rows.push_back(row(
      "animated-pairs", [] { return tr("Pairs as an animation"); }, "pairs-steps",
      [this](double scale) { return shown_.pairs() ? pairs_.picture(scale) : QImage(); }));
  rows.front().item.there = [this, long_ = rows.front().item.there] {
    return long_() && (shown_.samples() || shown_.keptSamples());
  };
  if (auto* frontier = pages_.findChild<FrontierView*>())
    rows.push_back(row(
        "animated-frontier", [] { return tr("Frontier as an animation"); }, "frontier-steps",
        [frontier](double scale) { return frontier->plot().picture(kFrontierFrame, scale, theme::Tone::Light); }));
  const int index = pages_.currentIndex();
  const PageRow& shown = pages_.rows()[size_t(index)];
  if (shown.several) return rows;
  ViewPage* page = &pages_.page(QString::fromLatin1(shown.id));
  rows.push_back(row(
      "animated-page", [title = pages_.usualTitle(index)] { return tr("The page \"%1\" as an animation").arg(title); },
      shown.id, [page](double) { return page->grab().toImage(); }));
  ExportRow& last = rows.back();
  last.item.file = [id = shown.id] { return QString::fromLatin1(id) + QStringLiteral("-steps"); };
  last.bring = [this, index] { pages_.open(index); };
  last.ready = [this, page, measured = shown.measured] { return !page->busy() && (!measured || shown_.settled()); };
  last.tone = theme::tone();
  return rows;
}

}  // namespace sparring::ui
