// Where lessons are: the shipped ones in the program, the user's own in a folder.
#include <algorithm>
#include <system_error>

#include "io/file.h"
#include "sparring/error.h"
#include "sparring/lesson.h"

namespace sparring {

namespace fs = std::filesystem;

extern const char* const lessonTexts[];
extern const int lessonTextsCount;

namespace {

constexpr int64_t kLargestLesson = 1 << 20;  // bytes

void refuseShippedId(const Lesson& lesson, const std::string& name) {
  if (findLesson(lessons(), lesson.id))
    throw Error({QT_TRANSLATE_NOOP("core", "%1: the id \"%2\" is that of a lesson of the program."), {name, lesson.id}},
                {QT_TRANSLATE_NOOP("core", "Give it another id."), {}}, Error::Kind::Usage);
}

std::vector<fs::path> jsonFiles(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".json" && !isTemporary(at->path())) files.push_back(at->path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

const std::vector<Lesson>& lessons() {
  static const std::vector<Lesson> all = [] {
    std::vector<Lesson> list;
    for (int i = 0; i < lessonTextsCount; ++i) list.push_back(lessonFromJson(lessonTexts[i], "lesson"));
    return list;
  }();
  return all;
}

const Lesson* findLesson(const std::vector<Lesson>& all, const std::string& id) {
  const auto found = std::ranges::find(all, id, &Lesson::id);
  return found == all.end() ? nullptr : &*found;
}

fs::path ownLessonsFolder(const fs::path& runs) {
  const fs::path folder = runs.has_filename() ? runs : runs.parent_path();
  return folder.parent_path() / "lessons";
}

Lesson readLesson(const fs::path& file) {
  return lessonFromJson(readFile(file, kLargestLesson), file.filename().string());
}

fs::path writeLesson(const fs::path& folder, const Lesson& lesson) {
  const std::string name = lesson.id + ".json", text = lessonToJson(lesson);
  (void)lessonFromJson(text, name);
  refuseShippedId(lesson, name);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throwWriteError(folder, error.value());
  writeFile(folder / name, text);
  return folder / name;
}

OwnLessons ownLessons(const fs::path& folder) {
  OwnLessons own;
  for (const fs::path& file : jsonFiles(folder)) {
    try {
      Lesson lesson = readLesson(file);
      const std::string name = file.filename().string();
      refuseShippedId(lesson, name);
      if (findLesson(own.lessons, lesson.id))
        throw Error({QT_TRANSLATE_NOOP("core", "%1: another lesson has the id \"%2\" already."), {name, lesson.id}},
                    {QT_TRANSLATE_NOOP("core", "Give it another id."), {}}, Error::Kind::Usage);
      own.lessons.push_back(std::move(lesson));
    } catch (const std::exception& error) {
      own.problems.push_back(errorOf(error));
    }
  }
  return own;
}

}  // namespace sparring
