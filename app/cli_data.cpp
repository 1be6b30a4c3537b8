// sparring-cli data: which data sets there are, bringing one here, looking at one.
#include <cstdio>

#include "cli_common.h"
#include "cli_signals.h"
#include "cli_terminal.h"

namespace sparring::cli {
namespace {

std::optional<KnownDataset> known(const std::string& name) {
  for (const KnownDataset& entry : knownDatasets()) {
    if (entry.name == name) return entry;
  }
  return {};
}

int list() {
  for (const KnownDataset& entry : knownDatasets()) {
    const std::string where = entry.folder.empty() ? "built in" : entry.folder.string();
    const std::string state = entry.available   ? where
                              : entry.fetchable ? "not here: `sparring-cli data fetch " + entry.name + "`"
                                                : "not here: copy its files to " + where;
    std::printf("%-15s %s (%s)\n%-15s %s\n", entry.name.c_str(), entry.title.c_str(), entry.licence.c_str(), "",
                state.c_str());
  }
  return kDone;
}

int fetch(const std::string& name) {
  catchStopSignals();  // what is there of a half-fetched file stays for the next call
  const bool redraw = isTerminal(stderr);
  StatusLine line(stderr);
  std::string last;
  fetchDataset(name, [&](const std::string& what, int64_t done, int64_t total) {
    if (redraw) {
      line.drawTask(what, done, total);
    } else if (what != last) {
      std::fprintf(stderr, "%s\n", what.c_str());
    }
    last = what;
    return !stopRequested();
  });
  line.clear();
  const std::optional<KnownDataset> entry = known(name);
  const bool hasFolder = entry && !entry->folder.empty();
  std::printf("%s: %s\n", name.c_str(), hasFolder ? entry->folder.string().c_str() : "built in");
  return kDone;
}

int info(const std::string& pathOrName) {
  const std::optional<KnownDataset> entry = known(pathOrName);
  if (!entry) {
    std::printf("%s\n", describeData(pathOrName).c_str());
  } else if (entry->folder.empty()) {
    std::printf("%s: built in, drawn when asked for\n", pathOrName.c_str());
  } else {
    const auto data = loadData(pathOrName);  // says how to get it where it is missing
    // file by file where others publish hashes of them; else the set that was named, which may share its folder
    std::printf("%s\n", (entry->fetchable ? describeData(entry->folder) : describeData(*data)).c_str());
  }
  return kDone;
}

}  // namespace

void addData(Command& program) {
  auto argument = std::make_shared<std::string>();
  Command data = program.add("data", "Lists, fetches and describes data sets");
  Command listing = data.add("list", "The data sets known by name, and where they are");
  listing.runs(list);
  Command fetching = data.add("fetch", "Brings a data set here and checks it by hash");
  fetching.text("NAME", *argument, "", "As in `data list`", Need::Required);
  fetching.runs([argument] { return fetch(*argument); });
  Command describing = data.add("info", "Counts, sizes, hashes and class shares");
  describing.text("PATH", *argument, "", "A folder of a data set's files, an IDX file, or a known name",
                  Need::Required);
  describing.runs([argument] { return info(*argument); });
}

}  // namespace sparring::cli
