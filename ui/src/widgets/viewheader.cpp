#include "widgets/viewheader.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include "base/text.h"
#include "base/theme.h"
#include "widgets/helpbutton.h"

namespace sparring::ui {

ViewHeader::ViewHeader(QWidget* parent) : QWidget(parent) {
  caption_ = new QLabel(this);
  caption_->setWordWrap(true);
  help_ = new HelpButton(this);
  help_->hide();
  export_ = new QToolButton(this);
  export_->setFocusPolicy(Qt::TabFocus);
  export_->hide();
  connect(export_, &QToolButton::clicked, this, [this] {
    if (entries_.size() == 1) entries_.front().run();
  });
  layout_ = new QHBoxLayout(this);
  layout_->setContentsMargins(0, 0, 0, 0);
  layout_->addWidget(caption_, 1);
  layout_->addWidget(help_, 0, Qt::AlignTop);
  layout_->addWidget(export_, 0, Qt::AlignTop);
  retranslate();
}

void ViewHeader::setCaption(const QString& caption) { caption_->setText(caption); }

void ViewHeader::addControl(QWidget* control) {
  layout_->insertWidget(layout_->indexOf(help_), control, 0, Qt::AlignTop);
}

void ViewHeader::setHelp(const QString& name, const QStringList& paragraphs) {
  help_->setHelp(name, paragraphs);
  help_->show();
}

void ViewHeader::setLead(QWidget* lead) {
  delete layout_->replaceWidget(caption_, lead);
  layout_->setStretchFactor(lead, 1);
  caption_->hide();
}

QString ViewHeader::help() const { return help_->help(); }

void ViewHeader::addDrawing(Drawing drawing) {
  const auto name = [name = drawing.name] { return name; };
  addItem({.id = drawing.name,
           .title = drawing.label,
           .suffixes = {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")},
           .file = drawing.file ? drawing.file : name,
           .there = drawing.there,
           .write = [drawing](const QString& path, double scale) {
             writeDrawing(path, drawing.size, drawing.paint, scale);
           }});
}

void ViewHeader::addPicture(const QString& name, std::function<QImage(double scale)> picture) {
  addItem({.id = name,
           .title = [] { return tr("Picture…"); },
           .suffixes = {QStringLiteral("png")},
           .file = [name] { return name; },
           .there = {},
           .write = [picture = std::move(picture)](const QString& path,
                                                   double scale) { writeImage(path, picture(scale)); }});
}

void ViewHeader::addTable(const QString& name, std::function<QString()> csv, std::function<QString()> label) {
  if (!label) label = [] { return tr("Table as CSV…"); };
  addItem({.id = name + QStringLiteral("-table"),
           .title = std::move(label),
           .suffixes = {QStringLiteral("csv")},
           .file = [name] { return name; },
           .there = {},
           .write = [csv = std::move(csv)](const QString& path, double) { writeWhole(path, csv().toUtf8()); }});
}

void ViewHeader::addItem(ExportItem item) {
  item.there = [this, there = std::move(item.there)] { return export_->isEnabledTo(this) && (!there || there()); };
  addEntry({item.title, [this, id = item.id] { Q_EMIT exportAsked(id); }, item.there});
  items_.push_back(std::move(item));
}

void ViewHeader::addCommand(std::function<QString()> label, std::function<void()> copy) {
  addEntry({std::move(label), std::move(copy)});
}

void ViewHeader::addSeparator() { addEntry({}); }

void ViewHeader::addEntry(Entry entry) {
  entries_.push_back(std::move(entry));
  export_->show();
  retranslate();
}

void ViewHeader::setExportTip(const QString& tip) { export_->setToolTip(tip); }

void ViewHeader::setExportEnabled(bool enabled) { export_->setEnabled(enabled); }

void ViewHeader::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ViewHeader::retranslate() {
  export_->setText(tr("Export"));
  help_->setMinimumHeight(export_->sizeHint().height());  // scripts differ in height
  if (entries_.size() < 2) return;
  if (auto* old = export_->menu()) old->deleteLater();
  auto* menu = new QMenu(export_);
  for (const Entry& one : entries_) {
    if (!one.label) {
      menu->addSeparator();
      continue;
    }
    QAction* action = menu->addAction(one.label(), this, one.run);
    if (one.there) connect(menu, &QMenu::aboutToShow, action, [action, one] { action->setEnabled(one.there()); });
  }
  export_->setMenu(menu);
  export_->setPopupMode(QToolButton::InstantPopup);
}

QImage captioned(const QFont& font, const QString& caption, QSizeF size, double scale,
                 const std::function<void(QPainter&)>& paint) {
  const double em = QFontMetrics(font).height(), pad = 0.6 * em;
  const QSizeF all = size + QSizeF(2 * pad, 2 * pad + 1.8 * em);
  QImage image((all * scale).toSize(), QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  image.fill(theme::paper(theme::Tone::Light));
  QPainter painter(&image);
  painter.setFont(font);
  painter.setPen(theme::ink(theme::Tone::Light));
  painter.drawText(QRectF(pad, pad, size.width(), 1.4 * em), Qt::AlignVCenter | Qt::AlignLeft, caption);
  painter.translate(pad, pad + 1.6 * em);
  paint(painter);
  return image;
}

}  // namespace sparring::ui
