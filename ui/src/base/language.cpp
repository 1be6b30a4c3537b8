#include "base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace sparring::ui {

const std::vector<LanguageRow>& Language::all() {
  static const std::vector<LanguageRow> rows = {{"en", "English"}, {"zh_CN", QString::fromUtf8("简体中文")}};
  return rows;
}

Language::~Language() {
  if (!QCoreApplication::instance()) return;
  QCoreApplication::removeTranslator(&ours_);
  QCoreApplication::removeTranslator(&toolkit_);
}

void Language::use(const QString& name) {
  const QString wanted = name.isEmpty() ? QLocale::system().name() : name;
  name_ = wanted.startsWith("zh") ? "zh_CN" : "en";
  QLocale::setDefault(QLocale(name_ == "en" ? "en_GB" : name_));
  QCoreApplication::removeTranslator(&ours_);
  QCoreApplication::removeTranslator(&toolkit_);
  if (name_ == "en") return;
  if (toolkit_.load("qtbase_" + name_, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&toolkit_);
  if (ours_.load(":/translations/sparring_" + name_ + ".qm")) QCoreApplication::installTranslator(&ours_);
}

}  // namespace sparring::ui
