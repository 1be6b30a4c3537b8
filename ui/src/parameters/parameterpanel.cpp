#include "parameters/parameterpanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include "base/icons.h"
#include "base/text.h"
#include "base/theme.h"
#include "parameters/parameterfield.h"
#include "parameters/parametergroup.h"

namespace sparring::ui {

ParameterPanel::ParameterPanel(QWidget* parent) : QWidget(parent) {
  filter_ = new QLineEdit(this);
  filter_->setClearButtonEnabled(true);
  filter_->addAction(icon(Glyph::Search), QLineEdit::LeadingPosition);
  connect(filter_, &QLineEdit::textChanged, this, &ParameterPanel::filter);

  problem_ = new QLabel(this);
  problem_->setWordWrap(true);
  problem_->hide();

  auto* content = new QWidget(this);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(6, 0, 6, 6);
  column->setSpacing(2);
  for (const auto& row : paramTable()) {
    if (groups_.empty() || groups_.back()->name() != row.group) {
      groups_.push_back(new ParameterGroup(row.group, content));
      column->addWidget(groups_.back());
    }
    auto* field = new ParameterField(row, content);
    groups_.back()->add(field);
    fields_[row.key] = field;
    connect(field, &ParameterField::edited, this, &ParameterPanel::edited);
  }
  nothing_ = new QLabel(content);
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->hide();
  column->addWidget(nothing_);
  column->addStretch(1);

  auto* scroll = new QScrollArea(this);
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);

  waitingBar_ = new QWidget(this);
  waitingText_ = new QLabel(waitingBar_);
  waitingText_->setWordWrap(true);
  restart_ = new QPushButton(waitingBar_);
  restart_->setIcon(icon(Glyph::Restart));
  auto* bar = new QHBoxLayout(waitingBar_);
  bar->setContentsMargins(8, 4, 8, 6);
  bar->addWidget(waitingText_, 1);
  bar->addWidget(restart_);
  waitingBar_->hide();
  connect(restart_, &QPushButton::clicked, this, &ParameterPanel::restartAsked);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 4, 0, 0);
  layout->setSpacing(4);
  auto* top = new QVBoxLayout;
  top->setContentsMargins(8, 0, 8, 0);
  top->addWidget(filter_);
  top->addWidget(problem_);
  layout->addLayout(top);
  layout->addWidget(scroll, 1);
  layout->addWidget(waitingBar_);
  // wide enough for the widest row, so that nothing is cut off at the right
  scroll->setMinimumWidth(content->minimumSizeHint().width() +
                          scroll->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
  retranslate();
}

ParameterPanel::~ParameterPanel() = default;

void ParameterPanel::setParams(const Params& wished, const Params& preset) {
  wished_ = wished;
  for (auto& [key, field] : fields_)
    field->setValue(QString::fromStdString(paramText(wished, field->row())),
                    QString::fromStdString(paramText(preset, field->row())));
  updateProblem();
  showWhatMatters();
}

// Each adversary has parameters of its own: those of the others are only in the way. The search finds them all.
void ParameterPanel::showWhatMatters() {
  bool changed = false;
  for (auto& [key, field] : fields_) {
    const bool now = matters(field->row().key, wished_);
    changed |= now != field->matters();
    field->setMatters(now);
  }
  if (changed) filter(filter_->text());
}

void ParameterPanel::setWaiting(bool training, const std::set<std::string>& waiting) {
  waitingCount_ = training ? waiting.size() : 0;
  for (auto& [key, field] : fields_) field->setRestart(training, waiting.count(key) > 0);
  updateWaiting();
}

void ParameterPanel::showProblem(const std::string& key, const Error& error) { field(key).showProblem(error); }

void ParameterPanel::commit() {
  for (auto& [key, field] : fields_) field->commit();
}

ParameterField& ParameterPanel::field(const std::string& key) { return *fields_.at(key); }

QStringList ParameterPanel::folded() const {
  QStringList names;
  for (const auto* group : groups_)
    if (group->folded()) names << QString::fromStdString(group->name());
  return names;
}

void ParameterPanel::setFolded(const QStringList& groups) {
  for (auto* group : groups_) group->setFolded(groups.contains(QString::fromStdString(group->name())));
}

void ParameterPanel::focusFilter() {
  filter_->setFocus(Qt::ShortcutFocusReason);
  filter_->selectAll();
}

void ParameterPanel::filter(const QString& words) {
  int shown = 0;
  for (auto* group : groups_) shown += group->filter(words.trimmed());
  nothing_->setVisible(shown == 0);
}

// What single rows cannot tell: combinations that make no sense.
void ParameterPanel::updateProblem() {
  QString reason;
  try {
    validate(wished_);
  } catch (const Error& error) {
    reason = text(error);
  }
  problem_->setText(reason);
  problem_->setStyleSheet(QString("color: %1;").arg(theme::bad().name()));
  problem_->setVisible(!reason.isEmpty());
}

void ParameterPanel::updateWaiting() {
  waitingText_->setText(tr("Waiting for a restart: %1").arg(waitingCount_));
  waitingBar_->setVisible(waitingCount_ > 0);
}

void ParameterPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange && problem_) updateProblem();
}

void ParameterPanel::retranslate() {
  filter_->setPlaceholderText(tr("Find a parameter"));
  filter_->setAccessibleName(tr("Find a parameter"));
  nothing_->setText(tr("No parameter is called that."));
  restart_->setText(tr("Restart with them"));
  restart_->setToolTip(tr("Ends this run and starts another with the settings as they are here."));
  for (auto* group : groups_)
    for (const auto& row : paramTable())
      if (row.group == group->name()) {
        group->setTitle(sparring::ui::group(row));
        break;
      }
  updateProblem();
  updateWaiting();
  if (!filter_->text().isEmpty()) filter(filter_->text());
}

}  // namespace sparring::ui
