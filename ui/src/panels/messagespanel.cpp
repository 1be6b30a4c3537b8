#include "panels/messagespanel.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <utility>

#include "base/text.h"
#include "base/theme.h"
#include "widgets/rowtable.h"

namespace sparring::ui {
namespace {

using namespace std::chrono_literals;

constexpr size_t kMostLines = 2000;
constexpr int kRunWidth = 8;      ///< in heights of the font: what was said needs the room
constexpr auto kHeights = 100ms;  ///< between one look at all lines' heights and the next, while the panel is resized

/// A run's name keeps its ends, on one line; the tip has it whole.
class RunNameDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    option->features &= ~QStyleOptionViewItem::WrapText;
    option->textElideMode = Qt::ElideMiddle;
  }
};

}  // namespace

// --- MessagesModel ---------------------------------------------------------------------------------------------------

void MessagesModel::add(LogLine line) {
  if (lines_.size() >= kMostLines) {
    beginRemoveRows({}, 0, 0);
    lines_.pop_front();
    endRemoveRows();
  }
  beginInsertRows({}, rowCount(), rowCount());
  lines_.push_back(std::move(line));
  endInsertRows();
}

void MessagesModel::clear() {
  beginResetModel();
  lines_.clear();
  endResetModel();
}

void MessagesModel::retranslate() {
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
  if (!lines_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int MessagesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}
int MessagesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant MessagesModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const LogLine& line = lines_[static_cast<size_t>(index.row())];
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
    switch (index.column()) {
      case Time:
        return line.time.toString("HH:mm:ss");
      case Run:
        return line.run;
      case Step:
        return line.step < 0 ? QString() : stepText(line.step);
      case Kind:
        return severityText(line.severity);
      default:
        return line.text();
    }
  }
  if (role == TroubleRole) return line.severity != Severity::Info;
  if (role == Qt::TextAlignmentRole)
    return QVariant(index.column() == Step ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
  if (role == Qt::ForegroundRole && line.severity != Severity::Info)
    return line.severity == Severity::Error ? theme::bad() : theme::warning();
  return {};
}

QVariant MessagesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant(section == Step ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Time:
      return tr("Time");
    case Run:
      return tr("Run");
    case Step:
      return tr("Step");
    case Kind:
      return tr("Kind");
    default:
      return tr("Message");
  }
}

// --- MessagesFilter --------------------------------------------------------------------------------------------------

void MessagesFilter::setRun(const std::optional<QString>& run) {
  run_ = run;
  invalidateFilter();
}

void MessagesFilter::setTroublesOnly(bool only) {
  troublesOnly_ = only;
  invalidateFilter();
}

bool MessagesFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const auto cell = [&](int column) { return sourceModel()->index(row, column, parent); };
  if (troublesOnly_ && !cell(MessagesModel::Kind).data(MessagesModel::TroubleRole).toBool()) return false;
  return !run_ || cell(MessagesModel::Run).data().toString() == *run_;
}

// --- MessagesPanel ---------------------------------------------------------------------------------------------------

MessagesPanel::MessagesPanel(QWidget* parent)
    : QWidget(parent), heights_(kHeights, [this] { table_->resizeRowsToContents(); }) {
  table_ = new QTableView(this);
  filter_.setSourceModel(&model_);
  table_->setModel(&filter_);
  showRows(*table_);
  table_->setAlternatingRowColors(true);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(MessagesModel::Text, QHeaderView::Stretch);
  table_->horizontalHeader()->setSectionResizeMode(MessagesModel::Run, QHeaderView::Interactive);
  table_->horizontalHeader()->resizeSection(MessagesModel::Run, kRunWidth * fontMetrics().height());
  table_->setItemDelegateForColumn(MessagesModel::Run, new RunNameDelegate(table_));
  table_->verticalHeader()->setMinimumSectionSize(table_->verticalHeader()->defaultSectionSize());
  connect(table_->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
    if (section == MessagesModel::Text) heights_.ask();
  });
  connect(&filter_, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
    for (int row = first; row <= last; ++row) table_->resizeRowToContents(row);
  });
  choice_ = new QWidget(this);
  runs_ = new QComboBox(choice_);
  runs_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  runs_->addItem(QString());
  troublesOnly_ = new QCheckBox(choice_);
  auto* row = new QHBoxLayout(choice_);
  row->setContentsMargins(6, 2, 6, 2);
  row->addWidget(runs_);
  row->addWidget(troublesOnly_);
  row->addStretch(1);
  choice_->hide();
  connect(runs_, &QComboBox::activated, this, &MessagesPanel::choose);
  connect(troublesOnly_, &QCheckBox::toggled, this, &MessagesPanel::choose);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(choice_);
  layout->addWidget(table_);
  copy_ = new QAction(this);
  copy_->setShortcut(QKeySequence::Copy);
  copy_->setShortcutContext(Qt::WidgetShortcut);
  clear_ = new QAction(this);
  table_->addActions({copy_, clear_});
  connect(copy_, &QAction::triggered, this, &MessagesPanel::copySelected);
  connect(clear_, &QAction::triggered, this, &MessagesPanel::clear);
  retranslate();
}

void MessagesPanel::add(const Notice& notice) {
  addLine(notice.step, notice.severity, [notice] {
    const QString hint = notice.hintText();
    return hint.isEmpty() ? notice.causeText() : notice.causeText() + " " + hint;
  });
}

void MessagesPanel::add(const Event& event) {
  if (event.kind == Event::Kind::Warning) return;
  addLine(event.step, Severity::Info, [event] { return eventText(event); });
}

void MessagesPanel::addLine(int64_t step, Severity severity, std::function<QString()> text) {
  const auto* bar = table_->verticalScrollBar();
  const bool atEnd = bar->value() == bar->maximum();
  model_.add({QDateTime::currentDateTime(), run_, step, severity, std::move(text)});
  if (atEnd) table_->scrollToBottom();
  if (runs_->findData(run_) < 0) runs_->addItem(run_.isEmpty() ? tr("no run") : run_, run_);
  if (runs_->count() > 2 || severity != Severity::Info) choice_->show();
  if (severity == Severity::Info || inSight_) return;
  ++troubles_;
  Q_EMIT troublesChanged();
}

// The first of them stands for all.
void MessagesPanel::choose() {
  filter_.setRun(runs_->currentIndex() > 0 ? std::optional(runs_->currentData().toString()) : std::nullopt);
  filter_.setTroublesOnly(troublesOnly_->isChecked());
}

void MessagesPanel::clear() {
  model_.clear();
  while (runs_->count() > 1) runs_->removeItem(1);
  troublesOnly_->setChecked(false);
  choice_->hide();
  choose();
}

// Whoever sees them has seen them.
void MessagesPanel::setInSight(bool inSight) {
  inSight_ = inSight;
  if (inSight && std::exchange(troubles_, 0) > 0) Q_EMIT troublesChanged();
}

void MessagesPanel::copySelected() {
  QStringList lines;
  for (const auto& row : table_->selectionModel()->selectedRows()) {
    QStringList cells;
    for (int column = 0; column < MessagesModel::ColumnCount; ++column)
      cells << row.siblingAtColumn(column).data().toString();
    lines << cells.join('\t');
  }
  QGuiApplication::clipboard()->setText(lines.join('\n'));
}

void MessagesPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && clear_) retranslate();
}

void MessagesPanel::retranslate() {
  table_->setAccessibleName(tr("Messages"));
  runs_->setItemText(0, tr("Every run"));
  if (const int none = runs_->findData(QString()); none > 0) runs_->setItemText(none, tr("no run"));
  runs_->setAccessibleName(tr("Whose messages"));
  troublesOnly_->setText(tr("Warnings and errors only"));
  copy_->setText(tr("&Copy"));
  clear_->setText(tr("C&lear"));
  model_.retranslate();
}

}  // namespace sparring::ui
