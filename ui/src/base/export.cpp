#include "base/export.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSvgGenerator>
#include <QtGlobal>

namespace sparring::ui {
namespace {

constexpr int kDotsPerInch = 96;  ///< a logical pixel in SVG and PDF, so that fonts keep their size

QByteArray pngBytes(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG"))
    throw Error({QT_TRANSLATE_NOOP("core", "The picture could not be encoded as PNG."), {}},
                {QT_TRANSLATE_NOOP("core", "There may be too little memory for a picture of this size."), {}});
  return bytes;
}

QByteArray svgBytes(QSize size, const PaintFunction& paint) {
  QBuffer buffer;
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(kDotsPerInch);
  generator.setSize(size);
  generator.setViewBox(QRect(QPoint(), size));
  generator.setTitle(QStringLiteral("Sparring"));
  paint(generator, size);
  return buffer.data();
}

QByteArray pdfBytes(QSize size, const PaintFunction& paint) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(kDotsPerInch);
  writer.setTitle(QStringLiteral("Sparring"));
  writer.setPageSize(QPageSize(QSizeF(size) / kDotsPerInch, QPageSize::Inch));
  writer.setPageMargins(QMarginsF());
  paint(writer, size);
  return buffer.data();
}

QString& lastFolder() {
  static QString folder;
  return folder;
}

QString& shownRun() {
  static QString run;
  return run;
}

}  // namespace

void writeWhole(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return;
  throw Error(
      {QT_TRANSLATE_NOOP("core", "Cannot write %1: %2."), {path.toStdString(), file.errorString().toStdString()}},
      {QT_TRANSLATE_NOOP("core", "Choose a folder that exists and that you may write to."), {}});
}

void writeImage(const QString& path, const QImage& image) { writeWhole(path, pngBytes(image)); }

void writeDrawing(const QString& path, QSize size, const PaintFunction& paint, double scale) {
  const QString suffix = QFileInfo(path).suffix().toLower();
  if (suffix == QLatin1String("svg")) return writeWhole(path, svgBytes(size, paint));
  if (suffix == QLatin1String("pdf")) return writeWhole(path, pdfBytes(size, paint));
  if (suffix != QLatin1String("png"))
    throw Error({QT_TRANSLATE_NOOP("core", "Cannot tell from the name %1 which kind of picture to write."),
                 {QFileInfo(path).fileName().toStdString()}},
                {QT_TRANSLATE_NOOP("core", "End the name in .png, .svg or .pdf."), {}}, Error::Kind::Usage);
  QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(scale);
  paint(image, size);
  writeImage(path, image);
}

std::filesystem::path freeFolder(const std::filesystem::path& folder) {
  std::filesystem::path free = folder;
  std::error_code none;
  for (int i = 2; std::filesystem::exists(free, none); ++i) free = folder.string() + "-" + std::to_string(i);
  return free;
}

QString exportFolder() {
  if (QDir(lastFolder()).exists() && !lastFolder().isEmpty()) return lastFolder();
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return QDir(documents).exists() ? documents : QDir::homePath();
}

QString exportName(const QString& name) { return shownRun().isEmpty() ? name : shownRun() + u'-' + name; }
void setExportRun(const QString& run) { shownRun() = run; }

void setExportFolder(const QString& folder) { lastFolder() = folder; }

}  // namespace sparring::ui
