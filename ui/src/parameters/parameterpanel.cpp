#include "parameters/parameterpanel.h"

#include <QApplication>
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
#include "parameters/parametereditor.h"
#include "parameters/parameterfield.h"
#include "parameters/parametergroup.h"

namespace sparring::ui {

ParameterPanel::ParameterPanel(QWidget* parent) : QWidget(parent) {
  filter_ = new QLineEdit(this);
  filter_->setClearButtonEnabled(true);
  filter_->addAction(icon(Glyph::Search), QLineEdit::LeadingPosition);
  connect(filter_, &QLineEdit::textChanged, this, &ParameterPanel::filter);

  for (QLabel** label : {&message_, &problem_}) {
    *label = new QLabel(this);
    (*label)->setWordWrap(true);
    (*label)->setContentsMargins(8, 4, 8, 2);
    (*label)->hide();
  }

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
    connect(field, &ParameterField::told, this, &ParameterPanel::updateMessage);
  }
  nothing_ = new QLabel(content);
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->hide();
  column->addWidget(nothing_);
  column->addStretch(1);

  scroll_ = new QScrollArea(this);
  scroll_->setWidget(content);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);

  waitingBar_ = new QWidget(this);
  waitingText_ = new QLabel(waitingBar_);
  waitingText_->setWordWrap(true);
  newRun_ = new QPushButton(waitingBar_);
  newRun_->setIcon(icon(Glyph::Restart));
  auto* bar = new QHBoxLayout(waitingBar_);
  bar->setContentsMargins(8, 4, 8, 6);
  bar->addWidget(waitingText_, 1);
  bar->addWidget(newRun_);
  waitingBar_->hide();
  connect(newRun_, &QPushButton::clicked, this, &ParameterPanel::newRunAsked);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 4, 0, 0);
  layout->setSpacing(4);
  auto* top = new QVBoxLayout;
  top->setContentsMargins(8, 0, 8, 0);
  top->addWidget(filter_);
  layout->addLayout(top);
  layout->addWidget(scroll_, 1);
  // below the fields: what comes and goes must not move what the pointer is on
  for (QWidget* widget : {static_cast<QWidget*>(message_), static_cast<QWidget*>(problem_), waitingBar_})
    layout->addWidget(widget);
  fit();
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

// Of what has the keyboard, or else of the first that is wrong, or else of the first that has a hint.
void ParameterPanel::updateMessage() {
  const auto rank = [](const ParameterField* field) {
    return field->message().isEmpty()                         ? 0
           : field->isAncestorOf(QApplication::focusWidget()) ? 3
           : !field->valid()                                  ? 2
                                                              : 1;
  };
  const ParameterField* best = nullptr;
  for (const auto* group : groups_)
    for (const auto* field : group->fields())
      if (rank(field) > (best ? rank(best) : 0)) best = field;
  message_->setVisible(best);
  message_->setText(best ? label(best->row()) + QStringLiteral(": ") + best->message() : QString());
  if (best) message_->setStyleSheet(QString("color: %1;").arg((best->valid() ? theme::muted() : theme::bad()).name()));
}

QString ParameterPanel::message() const { return message_->text(); }

const ParameterField* ParameterPanel::firstInvalid() const {
  for (const auto* group : groups_)
    for (const auto* field : group->fields())
      if (!field->valid()) return field;
  return nullptr;
}

void ParameterPanel::reveal(const std::string& key) {
  ParameterField& wanted = field(key);
  filter_->clear();
  for (auto* group : groups_)
    if (group->name() == wanted.row().group) group->setFolded(false);
  if (!wanted.isVisibleTo(this)) filter_->setText(QString::fromStdString(key));  // it plays no part as things stand
  scroll_->ensureWidgetVisible(&wanted);
  wanted.editor().setFocus();
}

// Wide enough for the widest row, so that nothing is cut off at the right.
void ParameterPanel::fit() {
  scroll_->setMinimumWidth(scroll_->widget()->minimumSizeHint().width() +
                           scroll_->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
}

void ParameterPanel::updateWaiting() {
  waitingText_->setText(tr("Waiting for the next run: %1").arg(waitingCount_));
  waitingBar_->setVisible(waitingCount_ > 0);
}

void ParameterPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange && problem_) {
    updateProblem();
    updateMessage();
  }
  if (event->type() == QEvent::FontChange && scroll_) fit();
}

void ParameterPanel::retranslate() {
  filter_->setPlaceholderText(tr("Find a parameter"));
  filter_->setAccessibleName(tr("Find a parameter"));
  nothing_->setText(tr("No parameter is called that."));
  newRun_->setText(tr("New run with them"));
  newRun_->setToolTip(tr("Ends this run and starts another with the settings as they are here."));
  for (auto* group : groups_)
    for (const auto& row : paramTable())
      if (row.group == group->name()) {
        group->setTitle(sparring::ui::group(row));
        break;
      }
  updateProblem();
  updateMessage();
  updateWaiting();
  if (!filter_->text().isEmpty()) filter(filter_->text());
}

}  // namespace sparring::ui
