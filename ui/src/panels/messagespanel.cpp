#include "panels/messagespanel.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include "base/text.h"
#include "base/theme.h"
#include "widgets/rowtable.h"

namespace sparring::ui {
namespace {

constexpr size_t kMostLines = 2000;

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

// --- MessagesPanel ---------------------------------------------------------------------------------------------------

MessagesPanel::MessagesPanel(QWidget* parent) : QWidget(parent) {
  table_ = new QTableView(this);
  table_->setModel(&model_);
  showRows(*table_);
  table_->setAlternatingRowColors(true);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(MessagesModel::Text, QHeaderView::Stretch);
  table_->horizontalHeader()->setMinimumSectionSize(72);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(table_);
  copy_ = new QAction(this);
  copy_->setShortcut(QKeySequence::Copy);
  copy_->setShortcutContext(Qt::WidgetShortcut);
  clear_ = new QAction(this);
  table_->addActions({copy_, clear_});
  connect(copy_, &QAction::triggered, this, &MessagesPanel::copySelected);
  connect(clear_, &QAction::triggered, &model_, &MessagesModel::clear);
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
  copy_->setText(tr("&Copy"));
  clear_->setText(tr("C&lear"));
  model_.retranslate();
}

}  // namespace sparring::ui
