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
    if (exports_.size() == 1) exports_.front().run();
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
  const auto label = drawing.label;
  addExport({drawing.name, label, [this, drawing = std::move(drawing)] {
               const QString path = askExportPath(this, drawing.file ? drawing.file() : drawing.name, true);
               written(path, [&] { writeDrawing(path, drawing.size, drawing.paint); });
             }});
}

void ViewHeader::addPicture(const QString& name, std::function<QImage()> picture) {
  addExport({name, [] { return tr("Picture…"); },
             [this, name, picture = std::move(picture)] {
               const QString path = askExportPath(this, name, false);
               written(path, [&] { writeImage(path, picture()); });
             }});
}

void ViewHeader::addTable(const QString& name, std::function<QString()> csv, std::function<QString()> label) {
  if (!label) label = [] { return tr("Table as CSV…"); };
  addExport({{}, std::move(label), [this, name, csv = std::move(csv)] {
               const QString path = askTablePath(this, name);
               written(path, [&] { writeWhole(path, csv().toUtf8()); });
             }});
}

void ViewHeader::addCommand(std::function<QString()> label, std::function<void()> copy) {
  addExport({{}, std::move(label), std::move(copy)});
}

void ViewHeader::addSeparator() { addExport({}); }

void ViewHeader::addExport(Export what) {
  exports_.push_back(std::move(what));
  export_->show();
  retranslate();
}

void ViewHeader::written(const QString& path, const std::function<void()>& write) {
  if (path.isEmpty()) return;
  try {
    write();
    Q_EMIT noticed(Notice::written(path));
  } catch (const Error& error) {
    Q_EMIT noticed(Notice::of(error));
  }
}

void ViewHeader::write(const QString& name) {
  for (const Export& one : exports_)
    if (one.run && one.name == name) return one.run();
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
  if (exports_.size() < 2) return;
  if (auto* old = export_->menu()) old->deleteLater();
  auto* menu = new QMenu(export_);
  for (const Export& one : exports_)
    if (one.label)
      menu->addAction(one.label(), this, one.run);
    else
      menu->addSeparator();
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
