#include "window/pages.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProxyStyle>
#include <QTabBar>
#include <algorithm>
#include <functional>
#include <numeric>

#include "anatomy/anatomyview.h"
#include "base/text.h"
#include "compare/compareview.h"
#include "curves/curvesview.h"
#include "draw/drawview.h"
#include "errors/errorsview.h"
#include "frontier/frontierview.h"
#include "gallery/galleryview.h"
#include "generator/generatorview.h"
#include "map/mapview.h"
#include "measure/examiner.h"
#include "robustness/robustview.h"
#include "robustness/verdictview.h"
#include "shown/shown.h"
#include "sweep/sweepview.h"
#include "walk/walkview.h"
#include "widgets/viewpage.h"

namespace sparring::ui {

const std::vector<PageGroup>& pageGroups() {
  static const std::vector<PageGroup> groups = {
      {"train", QT_TRANSLATE_NOOP("pages", "Train"),
       QT_TRANSLATE_NOOP("pages", "What goes on: who trains whom, and how far they have come")},
      {"judge", QT_TRANSLATE_NOOP("pages", "Judge"),
       QT_TRANSLATE_NOOP("pages", "How robust the classifiers are, and whether that is to be believed")},
      {"see", QT_TRANSLATE_NOOP("pages", "See"),
       QT_TRANSLATE_NOOP("pages", "Single images: what attacks make of them, and what generators draw")},
      {"experiment", QT_TRANSLATE_NOOP("pages", "Experiment"),
       QT_TRANSLATE_NOOP("pages", "Many runs: beside each other, and varied")},
  };
  return groups;
}

const std::vector<PageRow>& pageRows() {
  static const std::vector<PageRow> rows = {
      {.id = "anatomy",
       .title = QT_TRANSLATE_NOOP("pages", "&Anatomy"),
       .tip = QT_TRANSLATE_NOOP("pages", "Who trains whom, live, to be steered in place"),
       .group = "train",
       .key = Qt::CTRL | Qt::SHIFT | Qt::Key_A,
       .make = makePage<AnatomyView>},
      {.id = "curves",
       .title = QT_TRANSLATE_NOOP("pages", "&Curves"),
       .tip = QT_TRANSLATE_NOOP("pages", "Losses and accuracies, step by step"),
       .group = "train",
       .key = Qt::CTRL | Qt::Key_1,
       .make = makePage<CurvesView>},
      {.id = "frontier",
       .title = QT_TRANSLATE_NOOP("pages", "F&rontier"),
       .tip = QT_TRANSLATE_NOOP("pages", "Clean against robust accuracy, one trail for every λ"),
       .group = "train",
       .key = Qt::CTRL | Qt::Key_2,
       .make = makePage<FrontierView>},
      {.id = "robustness",
       .title = QT_TRANSLATE_NOOP("pages", "Ro&bustness"),
       .tip = QT_TRANSLATE_NOOP("pages", "Accuracy under attacks of growing strength and under corruptions"),
       .group = "judge",
       .key = Qt::CTRL | Qt::Key_3,
       .make = makePage<RobustView>,
       .measured = true},
      {.id = "verdict",
       .title = QT_TRANSLATE_NOOP("pages", "&Verdict"),
       .tip = QT_TRANSLATE_NOOP("pages", "What the opponent bought, with intervals, and whether it is to be believed"),
       .group = "judge",
       .key = Qt::CTRL | Qt::Key_4,
       .make = makePage<VerdictView>,
       .measured = true},
      {.id = "errors",
       .title = QT_TRANSLATE_NOOP("pages", "&Errors"),
       .tip = QT_TRANSLATE_NOOP("pages", "Which digits are read as what, and whether confidence can be believed"),
       .group = "judge",
       .key = Qt::CTRL | Qt::Key_5,
       .make = makePage<ErrorsView>,
       .measured = true},
      {.id = "draw",
       .title = QT_TRANSLATE_NOOP("pages", "&Draw"),
       .tip = QT_TRANSLATE_NOOP("pages", "An image of your own: what every λ reads, what turns it, and why"),
       .group = "see",
       .key = Qt::CTRL | Qt::SHIFT | Qt::Key_D,
       .make = makePage<DrawView>,
       .networks = true},
      {.id = "gallery",
       .title = QT_TRANSLATE_NOOP("pages", "&Gallery"),
       .tip = QT_TRANSLATE_NOOP("pages", "What attacks make of test digits, and what every λ reads then"),
       .group = "see",
       .key = Qt::CTRL | Qt::Key_6,
       .make = makePage<GalleryView>,
       .networks = true,
       .measured = true},
      {.id = "map",
       .title = QT_TRANSLATE_NOOP("pages", "M&ap"),
       .tip = QT_TRANSLATE_NOOP(
           "pages", "Where a classifier has the test images before it decides, and where attacks drive them"),
       .group = "see",
       .key = Qt::CTRL | Qt::SHIFT | Qt::Key_M,
       .make = makePage<MapView>,
       .networks = true},
      {.id = "generator",
       .title = QT_TRANSLATE_NOOP("pages", "Ge&nerator"),
       .tip = QT_TRANSLATE_NOOP("pages", "How good the generated digits are, beside real ones"),
       .group = "see",
       .key = Qt::CTRL | Qt::Key_7,
       .make = makePage<GeneratorView>,
       .measured = true},
      {.id = "walk",
       .title = QT_TRANSLATE_NOOP("pages", "Latent &walk"),
       .tip = QT_TRANSLATE_NOOP("pages", "What the generator makes between any two images, and who is fooled there"),
       .group = "see",
       .key = Qt::CTRL | Qt::SHIFT | Qt::Key_W,
       .make = makePage<WalkView>,
       .networks = true},
      {.id = "compare",
       .title = QT_TRANSLATE_NOOP("pages", "C&ompare"),
       .tip = QT_TRANSLATE_NOOP("pages", "Runs, lanes and seeds beside each other, measured on the same images"),
       .group = "experiment",
       .key = Qt::CTRL | Qt::Key_8,
       .make = makePage<CompareView>,
       .several = true},
      {.id = "sweep",
       .title = QT_TRANSLATE_NOOP("pages", "&Sweep"),
       .tip = QT_TRANSLATE_NOOP("pages", "Many runs that differ in what is varied: which is best, and what mattered"),
       .group = "experiment",
       .key = Qt::CTRL | Qt::Key_9,
       .make = makePage<SweepView>,
       .several = true},
  };
  return rows;
}

namespace {

/// The tabs' names fill them: so many pages are seen in a narrow window.
class TightTabs : public QProxyStyle {
 public:
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override {
    return metric == PM_TabBarTabHSpace ? kTabSpace : QProxyStyle::pixelMetric(metric, option, widget);
  }

 private:
  static constexpr int kTabSpace = 10;  // pixels beside a name, both sides together
};

/// By number is how it was kept when there were these seven.
QString numberedPage(int number) {
  static const QStringList pages = {"curves", "frontier", "robustness", "verdict", "errors", "gallery", "generator"};
  return pages.value(number);
}

QString translated(const char* text) { return QCoreApplication::translate("pages", text); }

}  // namespace

Pages::Pages(const std::vector<PageRow>& rows, Shown& shown, QWidget* parent)
    : QTabWidget(parent), shown_(shown), rows_(rows) {
  for (const PageRow& row : rows_) add(row, shown);
  setDocumentMode(true);
  auto* tight = new TightTabs;
  tight->setParent(this);
  tabBar()->setStyle(tight);
  setElideMode(Qt::ElideRight);  // in a narrow window names are cut before a page is out of sight
  setUsesScrollButtons(false);
  connect(this, &QTabWidget::currentChanged, this, [this] {  // else the keyboard lands on the first button of the page
    if (currentWidget()->isAncestorOf(QApplication::focusWidget())) currentWidget()->setFocus();
    if (isVisible()) watch();
  });
  retranslate();
  open(0);
}

// A tab that is not visible cannot be the current one.
void Pages::open(int index) {
  for (int i = 0; i < count(); ++i)
    if (groupOf(i) == groupOf(index)) setTabVisible(i, true);
  setCurrentIndex(index);
  for (int i = 0; i < count(); ++i) setTabVisible(i, groupOf(i) == groupOf(index));
  nameTabs();
}

void Pages::add(const PageRow& row, Shown& shown) {
  ViewPage* page = row.make(shown, this);
  addTab(page, QString());
  connect(page, &ViewPage::noticed, this, &Pages::noticed);
  connect(page, &ViewPage::imageAsked, this, &Pages::openImage);
  connect(page, &ViewPage::readAsked, this, &Pages::readImage);
  connect(page, &ViewPage::imagesAsked, this, &Pages::openImages);
  connect(page, &ViewPage::pageAsked, this, &Pages::showPage);
  connect(page, &ViewPage::wishAsked, this, &Pages::wishAsked);
  connect(page, &ViewPage::runsChanged, this, &Pages::runsChanged);
  connect(page, &ViewPage::tabTitleChanged, this, &Pages::nameTabs);
  connect(page, &ViewPage::exportAsked, this, &Pages::exportAsked);
  shows_ << new QAction(this);
  shows_.back()->setShortcut(row.key);
  connect(shows_.back(), &QAction::triggered, this, [this, id = row.id] { showPage(id); });
}

int Pages::indexOf(const QString& id) const {
  for (size_t i = 0; i < rows_.size(); ++i)
    if (id == rows_[i].id) return int(i);
  return -1;
}

ViewPage& Pages::at(int index) const { return *qobject_cast<ViewPage*>(widget(index)); }

ViewPage& Pages::page(const QString& id) const { return at(indexOf(id)); }

std::vector<std::string> Pages::ids() const {
  std::vector<std::string> ids;
  for (const PageRow& row : rows_) ids.emplace_back(row.id);
  return ids;
}

std::string Pages::currentId() const { return current().id; }

void Pages::setStanding(const QString& standing) {
  for (int i = 0; i < count(); ++i) at(i).setStanding(standing);
}

void Pages::showPage(const QString& id) {
  open(indexOf(id));
  currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void Pages::openImage(qint64 index) {
  Q_EMIT imageOpened(index);
  for (size_t i = 0; i < rows_.size(); ++i)
    if (at(int(i)).openImage(index)) return showPage(rows_[i].id);
}

void Pages::readImage(qint64 index) {
  for (size_t i = 0; i < rows_.size(); ++i)
    if (at(int(i)).readImage(index)) return showPage(rows_[i].id);
}

void Pages::openImages(const ChosenImages& images) {
  for (size_t i = 0; i < rows_.size(); ++i)
    if (at(int(i)).openImages(images)) return showPage(rows_[i].id);
}

QByteArray Pages::saveState() const {
  QJsonObject state{{"page", rows_[size_t(currentIndex())].id}};
  for (int i = 0; i < count(); ++i)
    if (const QByteArray kept = at(i).saveState(); !kept.isEmpty())
      state[rows_[size_t(i)].id] = QJsonDocument::fromJson(kept).object();
  return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void Pages::restoreState(const QByteArray& bytes) {
  const QJsonObject state = QJsonDocument::fromJson(bytes).object();
  const QJsonValue page = state["page"];
  if (const int index = indexOf(page.isDouble() ? numberedPage(page.toInt()) : page.toString()); index >= 0)
    open(index);
  for (int i = 0; i < count(); ++i)
    if (const QJsonValue kept = state[rows_[size_t(i)].id]; kept.isObject())
      at(i).restoreState(QJsonDocument(kept.toObject()).toJson(QJsonDocument::Compact));
}

void Pages::changeEvent(QEvent* event) {
  QTabWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange) nameTabs();
}

void Pages::watch() { shown_.examiner().setWatched(isVisible() && current().networks); }

void Pages::showEvent(QShowEvent* event) {
  QTabWidget::showEvent(event);
  watch();
}

void Pages::hideEvent(QHideEvent* event) {
  QTabWidget::hideEvent(event);
  watch();
}

void Pages::resizeEvent(QResizeEvent* event) {
  QTabWidget::resizeEvent(event);
  nameTabs();
}

QString Pages::usualTitle(int index) const { return withoutMnemonic(translated(rows_[size_t(index)].title)); }

void Pages::nameTabs() {
  const QFontMetrics metrics = tabBar()->fontMetrics();
  int room = width() - tabBar()->sizeHint().width();
  QStringList usual, titles;
  std::vector<int> byGain(static_cast<size_t>(count()));
  std::iota(byGain.begin(), byGain.end(), 0);
  for (int i = 0; i < count(); ++i) {
    const QString own = at(i).tabTitle();
    usual << usualTitle(i);
    titles << (own.isEmpty() ? usual[i] : own);
    if (isTabVisible(i)) room += metrics.horizontalAdvance(tabText(i)) - metrics.horizontalAdvance(titles[i]);
  }
  const auto gain = [&](int i) { return metrics.horizontalAdvance(titles[i]) - metrics.horizontalAdvance(usual[i]); };
  std::ranges::sort(byGain, std::greater(), gain);
  for (const int i : byGain) {
    if (room >= 0) break;
    if (!isTabVisible(i)) continue;
    room += gain(i);
    titles[i] = usual[i];
  }
  for (int i = 0; i < count(); ++i)
    if (titles[i] != tabText(i)) setTabText(i, titles[i]);
}

void Pages::retranslate() {
  nameTabs();
  for (int i = 0; i < count(); ++i) {
    const PageRow& row = rows_[size_t(i)];
    setTabToolTip(i, translated(row.tip));
    shows_[i]->setText(translated(row.title));
  }
}

}  // namespace sparring::ui
