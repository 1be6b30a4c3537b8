#include "sparring_ui/app.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "base/heaps.h"
#include "base/icons.h"
#include "base/language.h"
#include "base/text.h"
#include "base/theme.h"
#include "report/report.h"
#include "session/session.h"
#include "sparring/error.h"
#include "sparring/evaluations.h"
#include "sparring/presets.h"
#include "sparring/run.h"
#include "sparring/version.h"
#include "window/display.h"
#include "window/lessondesk.h"
#include "window/mainwindow.h"
#include "window/screenshot.h"
#include "window/settings.h"
#include "window/stopsignals.h"
#include "window/suddenexit.h"
#include "window/timings.h"

namespace sparring::ui {
namespace {

enum ExitCode { Done = 0, Failed = 1, BadUsage = 2, EndedBySignal = 128 };

struct Options {
  QCommandLineOption preset{"preset", "Start from a preset.", "name"};
  QCommandLineOption settings{"settings", "Keep the window's settings in this .ini file.", "file"};
  QCommandLineOption language{"language", "en or zh_CN.", "name"};
  QCommandLineOption theme{"theme", "system, light or dark.", "name"};
  QCommandLineOption report{"report", "Write a report of a run folder (needs --out) and end.", "run"};
  QCommandLineOption out{"out", "Folder for the report.", "folder"};
  QCommandLineOption data{"data", "Where the run's data are now, if their folder has moved, for the report.", "folder"};
  QCommandLineOption screenshot{"screenshot", "Write the window as a PNG and end.", "file"};
  QCommandLineOption afterSteps{"after-steps", "Train so many steps before the screenshot.", "n", "0"};
  QCommandLineOption timings{"timings",
                             "Print at the end how soon and how evenly the window painted, and what it cost."};
  QCommandLineOption checkDisplay{"check-display", "Say whether a window can be opened here, and end."};
  QCommandLineOption lesson{"lesson", "Open a lesson: by its name, or the file of one.", "name"};
  QCommandLineOption size{"size", "Size of the window, for example 1280x800.", "WxH"};
  QCommandLineOption page{"page", "Open on this page: anatomy, curves, frontier, …", "name"};
};

int complain(const Error& error) {
  std::fprintf(stderr, "error: %s\n", error.cause().str().c_str());
  if (!error.hint().empty()) std::fprintf(stderr, "hint: %s\n", error.hint().str().c_str());
  return static_cast<int>(error.kind());
}

Error badOption(const QString& what) {
  return Error({what.toStdString(), {}}, {"`sparring --help` lists the options.", {}}, Error::Kind::Usage);
}

/// An option that is one of a few words.
void checkChoice(const QCommandLineParser& parser, const QCommandLineOption& option, const QStringList& choices) {
  const QString value = parser.value(option);
  if (!parser.isSet(option) || choices.contains(value)) return;
  const QString name = option.names().first();
  throw Error({QString("--%1 cannot be \"%2\".").arg(name, value).toStdString(), {}},
              {QString("It takes: %1.").arg(choices.join(", ")).toStdString(), {}}, Error::Kind::Usage);
}

void checkChoices(const QCommandLineParser& parser, const Options& options) {
  QStringList languages;
  for (const auto& language : Language::all()) languages << language.name;
  checkChoice(parser, options.language, languages);
  checkChoice(parser, options.theme, {"system", "light", "dark"});
  QStringList pages;
  for (const PageRow& row : pageRows()) pages << row.id;
  checkChoice(parser, options.page, pages);
}

/// A report of a run whose weights or data are gone still has its curves.
Assessed measure(const std::filesystem::path& run, const std::string& data) {
  try {
    KnownData known;
    if (!data.empty()) known.moved[readRun(run).config.dataName] = data;
    const Subject subject = readSubject(run, known);
    return std::make_shared<const Assessment>(assessCached(run, *subject.model, *subject.data, endSuite()));
  } catch (const Error& error) {
    std::fprintf(stderr, "note: robustness is left out: %s\n", error.cause().str().c_str());
    return {};
  }
}

int report(int argc, char** argv, const QCommandLineParser& parser, const Options& options) {
  if (!parser.isSet(options.out)) throw badOption("--report needs --out FOLDER.");
  qputenv("QT_QPA_PLATFORM", "offscreen");  // no window is shown, so no display is needed
  QApplication app(argc, argv);
  Language language;
  language.use(parser.value(options.language));
  theme::apply(app, theme::Mode::Light);
  const std::filesystem::path run = parser.value(options.report).toStdString();
  if (const auto warning = warningOf(readRun(run).config, run))
    std::fprintf(stderr, "warning: %s\n", warning->str().c_str());
  writeReport(run, parser.value(options.out).toStdString(),
              comparedByItself(measure(run, parser.value(options.data).toStdString())));
  std::printf("%s\n", qPrintable(QFileInfo(parser.value(options.out) + "/report.html").absoluteFilePath()));
  return Done;
}

QSize sizeOf(const QString& text) {
  const QStringList parts = text.split('x');
  const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
  if (size.width() <= 0 || size.height() <= 0) throw badOption(QString("--size cannot be \"%1\".").arg(text));
  return size;
}

int window(int argc, char** argv, const QCommandLineParser& parser, const Options& options) {
  const std::string presetName = parser.value(options.preset).toStdString();
  if (!presetName.empty()) preset(presetName);  // throws where there is none, before anything opens
  requireDisplay(argc, argv);
  shareHeaps();
  QApplication app(argc, argv);
  app.setApplicationName("sparring");
  app.setApplicationDisplayName("Sparring");
  app.setDesktopFileName("sparring");
  app.setWindowIcon(applicationIcon());
  Settings settings(parser.value(options.settings));
  Language language;
  language.use(parser.isSet(options.language) ? parser.value(options.language) : settings.language());
  theme::apply(app, themeMode(parser.isSet(options.theme) ? parser.value(options.theme) : settings.theme()));
  theme::setTextSize(app, settings.textSize());
  // what the caller's environment says goes before what was chosen once
  const QString chosen = qEnvironmentVariableIsEmpty("SPARRING_RUNS") ? settings.runsFolder() : QString();
  MainWindow main(settings, language, chosen.isEmpty() ? runsFolder() : std::filesystem::path(chosen.toStdString()));
  if (parser.isSet(options.size)) main.resize(sizeOf(parser.value(options.size)));
  if (parser.isSet(options.lesson)) main.lessons().open(parser.value(options.lesson).toStdString());
  std::optional<Timings> timings;
  if (parser.isSet(options.timings)) timings.emplace(main);
  main.show();
  main.open(presetName);
  if (parser.isSet(options.page)) main.pages().showPage(parser.value(options.page));
  const bool watched = parser.isSet(options.screenshot) || parser.isSet(options.timings);  // by a program
  if (!watched && !parser.isSet(options.lesson)) main.welcome();
  if (parser.isSet(options.screenshot))
    new Screenshot(main, parser.value(options.screenshot), parser.value(options.afterSteps).toLongLong());
  // the training ends with the window, and leaves a checkpoint
  const StopSignals signals([&](int signal) {
    main.close();
    app.exit(EndedBySignal + signal);
  });
  const SuddenExit displayGone([&] {
    main.session().leave();
    std::_Exit(Failed);  // what still measures must not see statics go
  });
  const int code = app.exec();
  if (timings) timings->print();
  return code;
}

}  // namespace

int runWindow(int argc, char** argv) {
  const Options options;
  QCommandLineParser parser;
  parser.setApplicationDescription("Sparring: a workbench for adversarial training.");
  const QCommandLineOption help = parser.addHelpOption();
  const QCommandLineOption versionOption = parser.addVersionOption();
  parser.addOptions({options.preset, options.settings, options.language, options.theme, options.report, options.out,
                     options.data, options.screenshot, options.afterSteps, options.timings, options.checkDisplay,
                     options.size, options.page, options.lesson});
  QStringList words;
  for (int i = 0; i < argc; ++i) words << QString::fromLocal8Bit(argv[i]);
  try {
    if (!parser.parse(words)) throw badOption(parser.errorText());
    if (parser.isSet(versionOption)) {
      std::printf("sparring %s\n", version().c_str());
      return Done;
    }
    if (parser.isSet(help)) {
      QCoreApplication app(argc, argv);  // the help text asks it for the program's name
      std::printf("%s", qPrintable(parser.helpText()));
      return Done;
    }
    if (!parser.positionalArguments().isEmpty())
      throw badOption(QString("What is \"%1\"?").arg(parser.positionalArguments().first()));
    checkChoices(parser, options);
    if (parser.isSet(options.checkDisplay)) {
      requireDisplay(argc, argv);
      return Done;
    }
    if (parser.isSet(options.report)) return report(argc, argv, parser, options);
    return window(argc, argv, parser, options);
  } catch (const std::exception& error) {
    return complain(errorOf(error));
  }
}

}  // namespace sparring::ui
