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
#include <utility>

#include "base/icons.h"
#include "base/text.h"
#include "base/theme.h"
#include "parameters/parametereditor.h"
#include "parameters/parameterfield.h"
#include "parameters/parametergroup.h"

namespace sparring::ui {
namespace {

/// Scrolls up and down alone: it is never narrower than what it holds, however large the text is just now.
class UprightScroll : public QScrollArea {
 public:
  using QScrollArea::QScrollArea;
  QSize minimumSizeHint() const override {
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
  }
};

}  // namespace

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
    connect(field, &ParameterField::varyAsked, this, &ParameterPanel::varyAsked);
    connect(field, &ParameterField::told, this, &ParameterPanel::updateMessage);
  }
  nothing_ = new QLabel(content);
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->hide();
  column->addWidget(nothing_);
  column->addStretch(1);

  scroll_ = new UprightScroll(this);
  scroll_->setWidget(content);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);

  newRun_ = new QPushButton(icon(Glyph::Restart), QString());
  waitingText_ = new QLabel;
  waitingBar_ = makeBar(waitingText_, newRun_);
  use_ = new QPushButton(icon(Glyph::Undo), QString());
  use_->setObjectName("use");
  lookedText_ = new QLabel;
  lookedBar_ = makeBar(lookedText_, use_);
  connect(newRun_, &QPushButton::clicked, this, &ParameterPanel::newRunAsked);
  connect(use_, &QPushButton::clicked, this, &ParameterPanel::useAsked);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 4, 0, 0);
  layout->setSpacing(4);
  auto* top = new QVBoxLayout;
  top->setContentsMargins(8, 0, 8, 0);
  top->addWidget(filter_);
  layout->addLayout(top);
  layout->addWidget(scroll_, 1);
  // below the fields: what comes and goes must not move what the pointer is on
  for (QWidget* widget : {static_cast<QWidget*>(message_), static_cast<QWidget*>(problem_), waitingBar_, lookedBar_})
    layout->addWidget(widget);
  retranslate();
}

ParameterPanel::~ParameterPanel() = default;

// A sentence and what can be done about it, below everything.
QWidget* ParameterPanel::makeBar(QLabel* words, QPushButton* button) {
  auto* bar = new QWidget(this);
  words->setWordWrap(true);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(8, 4, 8, 6);
  row->addWidget(words, 1);
  row->addWidget(button);
  bar->hide();
  return bar;
}

void ParameterPanel::setLooked(const std::optional<Params>& params) {
  if (params == looked_) return;
  looked_ = params;
  for (auto& [key, field] : fields_)
    field->setLooked(params ? std::optional(QString::fromStdString(paramText(*params, field->row()))) : std::nullopt);
  showWhatMatters();
  updateLooked();
  updateWaiting();
  updateProblem();
  updateMessage();
}

// Each by itself: beside a style sheet children do not take a palette from their parent.
void ParameterPanel::tint(const QPalette& palette) {
  if (std::exchange(tint_, palette) == palette) return;
  scroll_->widget()->setPalette(palette);
  for (auto& [key, field] : fields_)
    for (QWidget* part : field->editor().findChildren<QWidget*>()) part->setPalette(palette);
}

size_t ParameterPanel::differing() const {
  return size_t(std::ranges::count_if(
      fields_, [this](const auto& one) { return one.second->differs() && matters(one.first, *looked_); }));
}

// The ground is tinted: these values are not the ones that one turns.
void ParameterPanel::updateLooked() {
  QPalette tinted = palette();
  tinted.setColor(QPalette::Window, theme::mix(theme::panel(), theme::accent(), 0.12));
  for (const auto role : {QPalette::Base, QPalette::Button})
    tinted.setColor(role, theme::mix(theme::paper(), theme::accent(), 0.08));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})  // what cannot be turned is read
    tinted.setColor(QPalette::Disabled, role, theme::ink());
  scroll_->widget()->setAutoFillBackground(true);
  tint(looked_ ? tinted : QPalette());
  const size_t others = differing();
  lookedText_->setText(others == 0
                           ? tr("The settings of the run that is looked at: as yours.")
                           : tr("The settings of the run that is looked at. Other than yours (≠): %1").arg(others));
  use_->setEnabled(others > 0);
  lookedBar_->setVisible(looked_.has_value());
}

void ParameterPanel::setParams(const Params& wished, const Params& preset) {
  wished_ = wished;
  for (auto& [key, field] : fields_)
    field->setValue(QString::fromStdString(paramText(wished, field->row())),
                    QString::fromStdString(paramText(preset, field->row())));
  updateProblem();
  showWhatMatters();
  if (looked_) updateLooked();
}

// Each adversary has parameters of its own: those of the others are only in the way. The search finds them all.
void ParameterPanel::showWhatMatters() {
  bool changed = false;
  for (auto& [key, field] : fields_) {
    const bool now = matters(field->row().key, looked_.value_or(wished_));
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

QString ParameterPanel::focused() const {
  for (const QWidget* widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
    if (const auto* field = qobject_cast<const ParameterField*>(widget))
      return QString::fromStdString(field->row().key);
  return {};
}

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
    if (!looked_) validate(wished_);
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
void ParameterPanel::updateWaiting() {
  waitingText_->setText(tr("Waiting for the next run: %1").arg(waitingCount_));
  waitingBar_->setVisible(waitingCount_ > 0 && !looked_);
}

void ParameterPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange && problem_) {
    updateProblem();
    updateMessage();
    updateLooked();
  }
}

void ParameterPanel::retranslate() {
  filter_->setPlaceholderText(tr("Find a parameter"));
  filter_->setAccessibleName(tr("Find a parameter"));
  nothing_->setText(tr("No parameter is called that."));
  use_->setText(tr("Use these settings"));
  use_->setToolTip(tr("Makes them yours; Undo brings the former ones back. The machine's device and threads stay."));
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
  updateLooked();
  if (!filter_->text().isEmpty()) filter(filter_->text());
}

}  // namespace sparring::ui
