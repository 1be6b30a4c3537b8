#include "export/exportdialog.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "base/export.h"
#include "base/text.h"
#include "export/animationform.h"

namespace sparring::ui {
namespace {

enum Column { What, Format, File };
constexpr double kScales[] = {1, 2, 4};
constexpr int kUsualScale = 1;  // of these
constexpr QSize kDialogSize(760, 620);

QString formatName(const QString& suffix) {
  if (suffix.isEmpty()) return ExportDialog::tr("Folder");
  if (suffix == QLatin1String("webp")) return QStringLiteral("WebP");
  return suffix.toUpper();
}

}  // namespace

ExportDialog::ExportDialog(Shown& shown, std::vector<ExportRow> rows, const QStringList& chosen, QWidget* parent)
    : QDialog(parent), shown_(shown), rows_(std::move(rows)) {
  setWindowTitle(tr("Export"));
  list_ = new QTreeWidget(this);
  list_->setColumnCount(3);
  list_->setHeaderLabels({tr("What"), tr("Format"), tr("File")});
  list_->setRootIsDecorated(false);
  list_->setAccessibleName(tr("What can be exported"));
  list_->setAllColumnsShowFocus(true);
  choices_ = new QWidget(this);
  auto* choices = new QVBoxLayout(choices_);
  choices->setContentsMargins(0, 0, 0, 0);
  choices->addWidget(list_, 1);
  choices->addWidget(makeHow());
  choices->addWidget(makeWhere());
  status_ = new QLabel(this);
  status_->setWordWrap(true);
  progress_ = new QProgressBar(this);
  progress_->setAccessibleName(tr("Progress"));
  progress_->hide();
  export_ = new QPushButton(tr("&Export"), this);
  export_->setDefault(true);
  cancel_ = new QPushButton(tr("Cancel"), this);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(status_, 1);
  buttons->addWidget(progress_);
  buttons->addWidget(export_);
  buttons->addWidget(cancel_);
  auto* column = new QVBoxLayout(this);
  column->addWidget(choices_, 1);
  column->addLayout(buttons);
  connect(export_, &QPushButton::clicked, this, &ExportDialog::write);
  connect(cancel_, &QPushButton::clicked, this, &ExportDialog::reject);
  fill(chosen);
  connect(list_, &QTreeWidget::itemChanged, this, &ExportDialog::refresh);
  resize(kDialogSize);
  refresh();
  list_->setFocus();
}

QWidget* ExportDialog::makeHow() {
  auto* how = new QWidget(this);
  scale_ = new QComboBox(how);
  scale_->addItems({tr("usual"), tr("twice as fine"), tr("four times as fine")});
  scale_->setCurrentIndex(kUsualScale);
  scale_->setToolTip(tr("Pixels of PNG pictures; SVG and PDF need none. Animations have the usual size."));
  auto* scaleName = new QLabel(tr("&Resolution"), how);
  scaleName->setBuddy(scale_);
  animated_ = new QWidget(how);
  animation_ = new AnimationForm(shown_.trace().last, shown_.trace().evaluations(), animated_);
  auto* title = new QLabel(QStringLiteral("<b>%1</b>").arg(tr("Animation").toHtmlEscaped()), animated_);
  auto* animated = new QVBoxLayout(animated_);
  animated->setContentsMargins(0, 0, 0, 0);
  animated->addWidget(title);
  animated->addWidget(animation_);
  auto* row = new QHBoxLayout;
  row->addWidget(scaleName);
  row->addWidget(scale_);
  row->addStretch(1);
  auto* column = new QVBoxLayout(how);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(row);
  column->addWidget(animated_);
  animated_->setVisible(std::ranges::any_of(rows_, [](const ExportRow& row) { return bool(row.item.frame); }));
  connect(animation_, &AnimationForm::changed, this, &ExportDialog::refresh);
  return how;
}

QWidget* ExportDialog::makeWhere() {
  auto* where = new QWidget(this);
  folder_ = new QLineEdit(QDir::toNativeSeparators(exportFolder()), where);
  folder_->setAccessibleName(tr("Folder"));
  auto* name = new QLabel(tr("&Folder"), where);
  name->setBuddy(folder_);
  auto* choose = new QPushButton(tr("&Choose…"), where);
  choose->setAutoDefault(false);
  connect(choose, &QPushButton::clicked, this, [this] {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder to export to"), folder_->text());
    if (!folder.isEmpty()) folder_->setText(QDir::toNativeSeparators(folder));
  });
  connect(folder_, &QLineEdit::textChanged, this, &ExportDialog::refresh);
  auto* row = new QHBoxLayout(where);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(name);
  row->addWidget(folder_, 1);
  row->addWidget(choose);
  return where;
}

void ExportDialog::fill(const QStringList& chosen) {
  QTreeWidgetItem* group = nullptr;
  for (size_t row = 0; row < rows_.size(); ++row) {
    if (!group || group->text(What) != rows_[row].group) {
      group = new QTreeWidgetItem(list_, {rows_[row].group});
      group->setFlags(Qt::ItemIsEnabled);
      group->setFirstColumnSpanned(true);
      QFont bold = list_->font();
      bold.setBold(true);
      group->setFont(What, bold);
    }
    addRow(row, group, chosen.contains(rows_[row].item.id));
  }
  list_->expandAll();
  list_->setItemsExpandable(false);
  list_->header()->setSectionResizeMode(What, QHeaderView::ResizeToContents);
  list_->header()->setSectionResizeMode(Format, QHeaderView::ResizeToContents);
  const auto first = std::ranges::find_if(items_, [](auto* item) { return item->checkState(What) == Qt::Checked; });
  if (first == items_.end()) return;
  list_->setCurrentItem(*first);
  list_->scrollToItem((*first)->parent(), QAbstractItemView::PositionAtTop);
}

void ExportDialog::addRow(size_t row, QTreeWidgetItem* group, bool chosen) {
  const ExportItem& what = rows_[row].item;
  auto* item = new QTreeWidgetItem(group, {what.title().remove(QStringLiteral("…"))});
  const bool there = what.there();
  item->setCheckState(What, there && chosen ? Qt::Checked : Qt::Unchecked);
  item->setDisabled(!there);
  items_.push_back(item);
  auto* formats = new QComboBox(list_);
  for (const QString& suffix : what.suffixes) formats->addItem(formatName(suffix), suffix);
  formats->setEnabled(there && formats->count() > 1);
  formats->setAccessibleName(tr("Format of %1").arg(item->text(What)));
  connect(formats, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
  list_->setItemWidget(item, Format, formats);
  formats_.push_back(formats);
}

QTreeWidgetItem* ExportDialog::itemOf(const QString& id) const {
  for (size_t row = 0; row < rows_.size(); ++row)
    if (rows_[row].item.id == id) return items_[row];
  return nullptr;
}

QComboBox* ExportDialog::formatOf(const QString& id) const {
  for (size_t row = 0; row < rows_.size(); ++row)
    if (rows_[row].item.id == id) return formats_[row];
  return nullptr;
}

std::vector<size_t> ExportDialog::chosen() const {
  std::vector<size_t> rows;
  for (size_t row = 0; row < items_.size(); ++row)
    if (items_[row]->checkState(What) == Qt::Checked) rows.push_back(row);
  return rows;
}

QString ExportDialog::suffixOf(size_t row) const { return formats_[row]->currentData().toString(); }

// A folder is never written into one that is there.
QString ExportDialog::pathOf(size_t row) const {
  const QString name = rows_[row].ofRun ? exportName(rows_[row].item.file()) : rows_[row].item.file();
  const QString path = QDir(folder_->text()).filePath(name);
  if (!suffixOf(row).isEmpty()) return path + u'.' + suffixOf(row);
  return QString::fromStdString(freeFolder(path.toStdString()).string());
}

void ExportDialog::refresh() {
  const QSignalBlocker quiet(list_);
  int replaced = 0;
  bool animated = false;
  const std::vector<size_t> rows = chosen();
  for (size_t row = 0; row < rows_.size(); ++row) {
    const bool there = !items_[row]->isDisabled(), marked = items_[row]->checkState(What) == Qt::Checked;
    const QString path = pathOf(row);
    const bool taken = marked && QFileInfo::exists(path);
    replaced += taken;
    animated = animated || (marked && rows_[row].item.frame);
    const QString name = QFileInfo(path).fileName();
    items_[row]->setText(File, !there ? tr("nothing to write yet") : taken ? tr("%1 (replaced)").arg(name) : name);
    items_[row]->setToolTip(File, there ? QDir::toNativeSeparators(path) : QString());
  }
  animated_->setEnabled(animated);
  const bool folder = QFileInfo(folder_->text()).isDir();
  const bool frames = !animated || !animation_->steps().empty();
  status_->setText(!folder         ? tr("There is no such folder.")
                   : rows.empty()  ? tr("Mark what is to be written.")
                   : replaced == 1 ? tr("One file is there already and will be replaced.")
                   : replaced > 1  ? tr("%1 files are there already and will be replaced.").arg(replaced)
                                   : QString());
  export_->setEnabled(folder && frames && !rows.empty());
}

void ExportDialog::write() {
  setExportFolder(QDir::fromNativeSeparators(folder_->text()));
  std::vector<ExportOrder> orders;
  for (const size_t row : chosen()) {
    ExportOrder order{rows_[row], pathOf(row), kScales[scale_->currentIndex()]};
    if (order.row.item.frame) {
      order.scale = 1;
      order.steps = animation_->steps();
      order.framesPerSecond = animation_->framesPerSecond();
    }
    orders.push_back(std::move(order));
  }
  run_ = new ExportRun(shown_, std::move(orders), this);
  connect(run_, &ExportRun::progressed, this, [this](int done, int total, const QString& what) {
    progress_->setRange(0, total);
    progress_->setValue(done);
    status_->setText(what);
  });
  connect(run_, &ExportRun::ended, this, &ExportDialog::tellEnd);
  setWriting(true);
  run_->start();
}

void ExportDialog::setWriting(bool writing) {
  choices_->setEnabled(!writing);
  progress_->setVisible(writing);
  export_->setVisible(!writing);
  if (writing) cancel_->setFocus();
}

void ExportDialog::tellEnd(const QStringList& written, const std::optional<Error>& problem) {
  const bool cancelled = !problem && written.size() < std::ssize(chosen());
  std::exchange(run_, nullptr)->deleteLater();
  setWriting(false);
  if (!written.isEmpty()) Q_EMIT noticed(Notice::exported(written));
  if (problem) Q_EMIT noticed(Notice::of(*problem));
  refresh();
  Q_EMIT ended();
  if (!cancelled && !problem) return accept();
  status_->setText(problem ? text(*problem) : tr("Cancelled."));
}

void ExportDialog::reject() {
  if (run_)
    run_->cancel();
  else
    QDialog::reject();
}

}  // namespace sparring::ui
