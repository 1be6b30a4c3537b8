#include "draw/drawtools.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QRandomGenerator>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>
#include <vector>

#include "base/export.h"
#include "base/text.h"
#include "draw/drawpad.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

constexpr double kPreview = 4;  // heights of the font

Picture pictureOf(const QImage& image) {
  QImage onWhite(image.size(), QImage::Format_RGB888);
  onWhite.fill(Qt::white);
  QPainter(&onWhite).drawImage(0, 0, image);
  Picture picture{onWhite.width(), onWhite.height(), 3, {}};
  for (int y = 0; y < onWhite.height(); ++y)
    picture.pixels.insert(picture.pixels.end(), onWhite.constScanLine(y),
                          onWhite.constScanLine(y) + 3 * onWhite.width());
  return picture;
}

}  // namespace

DrawTools::DrawTools(QWidget* parent) : QWidget(parent) {
  setAcceptDrops(true);
  const auto button = [this](bool checkable = false) {
    auto* made = new QToolButton(this);
    made->setCheckable(checkable);
    return made;
  };
  pad_ = new DrawPad(this);
  pen_ = button(true), eraser_ = button(true), undo_ = button(), clear_ = button();
  paste_ = button(), open_ = button(), random_ = button();
  auto* group = new QButtonGroup(this);
  group->addButton(pen_);
  group->addButton(eraser_);
  pen_->setChecked(true);
  thick_ = new QLabel(this);
  thickness_ = new QSlider(Qt::Horizontal, this);
  thickness_->setRange(8, 40);
  thickness_->setValue(20);
  number_ = new QSpinBox(this);
  number_->setKeyboardTracking(false);
  preview_ = new QLabel(this);
  previewWords_ = new QLabel(this);
  previewWords_->setWordWrap(true);
  previewWords_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
  auto* buttons = new QGridLayout;
  buttons->setSpacing(fontMetrics().height() / 4);
  const std::vector<std::array<QWidget*, 2>> rows = {
      {pen_, eraser_}, {undo_, clear_}, {thick_, thickness_}, {paste_, open_}, {number_, random_}};
  for (size_t i = 0; i < rows.size(); ++i)
    for (size_t c = 0; c < 2; ++c) {
      rows[i][c]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
      buttons->addWidget(rows[i][c], int(i), int(c));
    }
  auto* seen = new QHBoxLayout;
  seen->addWidget(preview_);
  seen->addWidget(previewWords_, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(pad_);
  column->addLayout(buttons);
  column->addLayout(seen);
  column->addStretch(1);
  connect(pad_, &DrawPad::drawn, this, &DrawTools::onDrawn);
  connect(group, &QButtonGroup::buttonClicked, this, [this] { pad_->setErasing(eraser_->isChecked()); });
  connect(thickness_, &QSlider::valueChanged, pad_, &DrawPad::setThickness);
  connect(undo_, &QToolButton::clicked, pad_, &DrawPad::undo);
  connect(clear_, &QToolButton::clicked, pad_, &DrawPad::clear);
  connect(paste_, &QToolButton::clicked, this, &DrawTools::paste);
  connect(open_, &QToolButton::clicked, this, &DrawTools::askFile);
  connect(number_, &QSpinBox::valueChanged, this, [this](int index) { take(index); });
  connect(random_, &QToolButton::clicked, this, [this] {
    if (data_) take(QRandomGenerator::global()->bounded(int(data_->test.count())));
  });
  const auto key = [this](const QKeySequence& keys, auto work) {
    auto* shortcut = new QShortcut(keys, pad_, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, work);
  };
  key(QKeySequence::Undo, [this] { pad_->undo(); });
  key(QKeySequence::Paste, [this] { paste(); });
  key(Qt::Key_Delete, [this] { pad_->clear(); });
  retranslate();
}

void DrawTools::setData(std::shared_ptr<const Dataset> data) {
  if (data == data_) return;
  const bool first = !data_;
  data_ = std::move(data);
  const QSignalBlocker quiet(number_);
  number_->setRange(0, data_ ? std::max(0, int(data_->test.count()) - 1) : 0);
  if (first && data_ && pad_->blank())
    take(0);
  else if (test_)
    take(std::min<int64_t>(*test_, number_->maximum()));
  else
    onDrawn();
}

std::optional<int> DrawTools::label() const {
  return test_ && data_ ? std::optional<int>(data_->test.labels[size_t(*test_)]) : std::nullopt;
}

void DrawTools::take(int64_t index) {
  if (!data_ || index < 0 || index >= data_->test.count()) return;
  Images one{data_->test.kind, {}};
  one.add(data_->test, index);
  pad_->setPicture(tile(one, 1));
  image_ = std::move(one);
  test_ = index;
  const QSignalBlocker quiet(number_);
  number_->setValue(int(index));
  refresh();
  Q_EMIT changed();
}

void DrawTools::bring(const Picture& picture) {
  if (!data_) return;
  Images made = fitted(picture, data_->kind());
  pad_->setPicture(picture);
  image_ = std::move(made);
  test_.reset();
  refresh();
  Q_EMIT changed();
}

void DrawTools::onDrawn() {
  test_.reset();
  image_.reset();
  if (data_ && !pad_->blank()) {
    try {
      image_ = fitted(pad_->picture(), data_->kind());
    } catch (const Error&) {  // nothing that could be seen: as blank as an empty sheet
    }
  }
  refresh();
  Q_EMIT changed();
}

void DrawTools::attempt(const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    Q_EMIT failed(errorOf(error));
  }
}

void DrawTools::paste() {
  const QImage image = QGuiApplication::clipboard()->image();
  attempt([&] {
    if (image.isNull())
      throw Error({QT_TRANSLATE_NOOP("core", "There is no picture in the clipboard."), {}},
                  {QT_TRANSLATE_NOOP("core", "Copy one in another program first."), {}});
    bring(pictureOf(image));
  });
}

void DrawTools::openFile(const QString& path) {
  attempt([&] {
    if (const QImage image(path); !image.isNull())  // JPEG and what else Qt knows
      bring(pictureOf(image.width() > kMostPictureSide || image.height() > kMostPictureSide
                          ? image.scaled(kMostPictureSide, kMostPictureSide, Qt::KeepAspectRatio)
                          : image));
    else
      bring(readPicture(path.toStdString()));  // or says why not
  });
}

void DrawTools::askFile() {
  const QString path = QFileDialog::getOpenFileName(this, tr("Open a picture"), exportFolder(),
                                                    tr("Pictures (*.png *.jpg *.jpeg *.bmp)"));
  if (!path.isEmpty()) openFile(path);
}

void DrawTools::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasImage() || event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void DrawTools::dropEvent(QDropEvent* event) {
  const QMimeData* brought = event->mimeData();
  if (brought->hasUrls() && brought->urls().front().isLocalFile())
    openFile(brought->urls().front().toLocalFile());
  else if (brought->hasImage())
    attempt([&] { bring(pictureOf(qvariant_cast<QImage>(brought->imageData()))); });
}

void DrawTools::refresh() {
  undo_->setEnabled(pad_->canUndo());
  const int side = int(kPreview * fontMetrics().height());
  const QSize size = QSize(side, side) * devicePixelRatioF();
  QImage shown(size, QImage::Format_RGB32);
  shown.fill(theme::paper());
  if (image_) {
    QPainter painter(&shown);
    drawTile(painter, tileImage(*image_, 0, theme::tone()), QRectF(QPointF(), QSizeF(size)));
  }
  shown.setDevicePixelRatio(devicePixelRatioF());
  preview_->setPixmap(QPixmap::fromImage(shown));
  preview_->setFixedWidth(side);
  if (!image_)
    previewWords_->setText(tr("Draw, paste or open something."));
  else if (const auto c = label())
    previewWords_->setText(tr("A test image, a %1: the networks see it as it is.").arg(className(image_->kind, *c)));
  else
    previewWords_->setText(tr("What the networks see: %1 pixels, centred as in the training data.")
                               .arg(QString::fromStdString(sizeText(image_->kind))));
}

void DrawTools::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange) refresh();
}

void DrawTools::retranslate() {
  const auto name = [](QToolButton* button, const QString& text, const QString& tip) {
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
  };
  name(pen_, tr("Pen"), tr("Draw ink"));
  name(eraser_, tr("Eraser"), tr("Take ink away; the right mouse button does so, too"));
  name(undo_, tr("Undo"), tr("Take the last stroke back (Ctrl+Z on the sheet)"));
  name(clear_, tr("Clear"), tr("An empty sheet (Delete on the sheet)"));
  name(paste_, tr("Paste"), tr("The picture in the clipboard (Ctrl+V on the sheet)"));
  name(open_, tr("Open…"), tr("A picture file; one can be dropped here, too"));
  name(random_, tr("Random"), tr("Some test image"));
  thick_->setText(tr("Thickness"));
  thickness_->setAccessibleName(tr("Thickness of pen and eraser"));
  number_->setPrefix(QStringLiteral("№ "));
  number_->setAccessibleName(tr("Number of the test image"));
  number_->setToolTip(tr("Takes an image of the test set by its number"));
  pad_->setAccessibleName(tr("Sheet to draw on"));
  pad_->setToolTip(tr("Draw a digit. With the keyboard: arrow keys move, Space sets the pen down and lifts it."));
  preview_->setAccessibleName(tr("What the networks see"));
  refresh();
}

}  // namespace sparring::ui
