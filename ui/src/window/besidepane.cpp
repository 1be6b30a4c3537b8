#include "window/besidepane.h"

#include <QCoreApplication>
#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "base/text.h"
#include "library/runcells.h"
#include "panels/headline.h"
#include "session/session.h"
#include "sparring/library.h"
#include "widgets/viewpage.h"

namespace sparring::ui {

BesidePane::BesidePane(const Pages& like, Session& session, QWidget* parent)
    : QWidget(parent),
      examiner_(session, nullptr, Examiner::Follow::Runs),
      shown_(session, examiner_, nullptr, Shown::Follow::Runs),
      standing_(session, examiner_) {
  headline_ = new Headline(this);
  title_ = new QTabBar(this);
  title_->addTab(QString());
  title_->setDocumentMode(true);
  title_->setDrawBase(true);
  title_->setExpanding(false);
  title_->setFocusPolicy(Qt::NoFocus);
  stack_ = new QStackedWidget(this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(headline_);
  layout->addWidget(title_);
  layout->addWidget(stack_, 1);
  for (const PageRow& row : like.rows())
    if (!row.several) make(row, like.page(QString::fromLatin1(row.id)));
  connect(headline_, &Headline::buttonClicked, this, &BesidePane::closeAsked);
  connect(&shown_, &Shown::noticed, this, &BesidePane::noticed);
  connect(&examiner_, &Examiner::failed, this, &BesidePane::noticed);
  connect(&shown_, &Shown::changed, this, [this](Shown::What what) {
    if (!(what & Shown::Run)) return;
    name();
    Q_EMIT opened();
  });
  connect(&standing_, &MeasurementStatus::changed, this, [this](const QString& sentence) {
    for (ViewPage* page : pages_) page->setStanding(sentence);
  });
  hide();
}

// The pages first: they read of what follows.
BesidePane::~BesidePane() { qDeleteAll(pages_); }

void BesidePane::openRun(const std::filesystem::path& run) { shown_.openRun(run); }

void BesidePane::make(const PageRow& row, const ViewPage& like) {
  ViewPage* page = pages_[QString::fromLatin1(row.id)] = row.make(shown_, stack_);
  stack_->addWidget(page);
  page->restoreState(like.saveState());
  page->setStanding(standing_.sentence());
  connect(page, &ViewPage::noticed, this, &BesidePane::noticed);
  connect(page, &ViewPage::imageAsked, this, &BesidePane::imageAsked);
  connect(page, &ViewPage::readAsked, this, &BesidePane::readAsked);
  connect(page, &ViewPage::wishAsked, this, &BesidePane::wishAsked);
}

void BesidePane::showPage(const PageRow& row) {
  row_ = &row;
  stack_->setCurrentWidget(pages_[QString::fromLatin1(row.id)]);
  name();
}

void BesidePane::openImage(qint64 index) {
  for (ViewPage* page : pages_) page->openImage(index);
}

void BesidePane::name() {
  const auto& run = shown_.opened();
  const QString preset = presetTitle(shown_.preset()), title = QString::fromStdString(runTitle(run));
  headline_->show(tr("Beside"), preset.isEmpty() ? title : preset + QString::fromUtf8(" · ") + title,
                  QString::fromStdString(run.string()), tr("Close"));
  if (row_) title_->setTabText(0, withoutMnemonic(QCoreApplication::translate("pages", row_->title)));
}

void BesidePane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && !shown_.opened().empty()) name();
}

}  // namespace sparring::ui
