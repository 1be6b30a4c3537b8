// Public mirrors over HTTPS as a source: NAME.gz into NAME.gz.part, resumed, verified, unpacked.
#include <curl/curl.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <mutex>

#include "data/fetch.h"
#include "data/gunzip.h"
#include "io/file.h"
#include "sparring/version.h"

namespace fs = std::filesystem;

namespace sparring {

namespace {

void removeFile(const fs::path& path) {
  std::error_code ignored;
  fs::remove(path, ignored);
}

/// One download into a .part file. libcurl's multi interface, because it never waits longer than we allow: the caller
/// can cancel while a name is looked up or a server is silent.
class Download {
 public:
  /// Appends to `part`. Nothing larger than `limit` bytes is accepted.
  Download(const std::string& url, const fs::path& part, int64_t limit, const std::string& what,
           const FetchTarget& target)
      : what_(what), part_(part), limit_(limit), target_(target) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    file_ = std::fopen(part.c_str(), "ab");
    if (!file_) {
      throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be written: %2."), {part.string(), std::strerror(errno)}});
    }
    std::fseek(file_, 0, SEEK_END);
    start_ = done_ = std::ftell(file_);
    easy_ = curl_easy_init();
    multi_ = curl_multi_init();
    setUp(url);
    curl_multi_add_handle(multi_, easy_);
  }

  ~Download() {
    curl_multi_remove_handle(multi_, easy_);
    curl_easy_cleanup(easy_);
    curl_multi_cleanup(multi_);
    std::fclose(file_);
    if (done_ == 0) removeFile(part_);
  }
  Download(const Download&) = delete;
  Download& operator=(const Download&) = delete;

  /// True when the server has sent everything; false where what is in the part leads nowhere: the server cannot go on
  /// from it, or it grew larger than the published file. Throws Error (network, server, disk) and FetchCancelled.
  bool run() {
    for (int running = 1; running > 0;) {
      curl_multi_perform(multi_, &running);
      if (stopped_) std::rethrow_exception(stopped_);
      if (running > 0) curl_multi_poll(multi_, nullptr, 0, 100, nullptr);
      target_.report(what_, done_, total());
    }
    int left;
    const CURLMsg* message = curl_multi_info_read(multi_, &left);
    const CURLcode code = message ? message->data.result : CURLE_FAILED_INIT;
    if (tooLarge_ || cannotResume(code)) return false;
    if (code != CURLE_OK) {
      throw Error({QT_TRANSLATE_NOOP("core", "%1 could not be downloaded: %2."),
                   {what_, error_[0] ? error_ : curl_easy_strerror(code)}});
    }
    if (std::fflush(file_) != 0) failToWrite();
    return true;
  }

  bool resumed() const { return start_ > 0; }

 private:
  void setUp(const std::string& url) {
    const std::string agent = "sparring/" + version();
    curl_easy_setopt(easy_, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy_, CURLOPT_USERAGENT, agent.c_str());
    curl_easy_setopt(easy_, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy_, CURLOPT_MAXREDIRS, 5L);
    curl_easy_setopt(easy_, CURLOPT_REDIR_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(easy_, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(easy_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy_, CURLOPT_QUICK_EXIT, 1L);  // do not wait for a name lookup when cancelled
    curl_easy_setopt(easy_, CURLOPT_CONNECTTIMEOUT, 15L);
    curl_easy_setopt(easy_, CURLOPT_LOW_SPEED_LIMIT, 1000L);  // bytes a second ...
    curl_easy_setopt(easy_, CURLOPT_LOW_SPEED_TIME, 30L);     // ... for so many seconds: give up
    curl_easy_setopt(easy_, CURLOPT_RESUME_FROM_LARGE, static_cast<curl_off_t>(start_));
    curl_easy_setopt(easy_, CURLOPT_ERRORBUFFER, error_);
    curl_easy_setopt(easy_, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy_, CURLOPT_WRITEFUNCTION, &Download::write);
  }

  /// Called by libcurl, through which no exception may pass: it is kept for run().
  static size_t write(char* bytes, size_t one, size_t size, void* self) {
    auto& download = *static_cast<Download*>(self);
    try {
      return download.append(bytes, one * size) ? one * size : CURL_WRITEFUNC_ERROR;
    } catch (...) {
      download.stopped_ = std::current_exception();
      return CURL_WRITEFUNC_ERROR;
    }
  }

  bool append(const char* bytes, size_t size) {
    tooLarge_ = done_ + static_cast<int64_t>(size) > limit_;
    if (tooLarge_) return false;
    if (std::fwrite(bytes, 1, size, file_) != size) failToWrite();
    done_ += static_cast<int64_t>(size);
    target_.report(what_, done_, total());
    return true;
  }

  bool cannotResume(CURLcode code) const {
    constexpr long kRangeNotSatisfiable = 416;
    long status = 0;
    curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
    return code == CURLE_RANGE_ERROR || code == CURLE_BAD_DOWNLOAD_RESUME || status == kRangeNotSatisfiable;
  }

  [[noreturn]] void failToWrite() const {
    throw Error({QT_TRANSLATE_NOOP("core", "%1 cannot be written: %2."), {what_, std::strerror(errno)}});
  }

  /// In bytes, what an earlier call brought included; 0 while unknown.
  int64_t total() const {
    curl_off_t length = -1;
    curl_easy_getinfo(easy_, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    return length > 0 ? start_ + length : 0;
  }

  std::string what_;
  fs::path part_;
  int64_t limit_;
  const FetchTarget& target_;
  std::FILE* file_ = nullptr;
  int64_t start_ = 0;
  int64_t done_ = 0;
  CURL* easy_ = nullptr;
  CURLM* multi_ = nullptr;
  char error_[CURL_ERROR_SIZE] = "";
  std::exception_ptr stopped_;
  bool tooLarge_ = false;
};

class MirrorSource : public FetchSource {
 public:
  explicit MirrorSource(std::string base) : base_(std::move(base)) {}

  std::string name() const override { return base_; }

  void fetch(FetchTarget& target) const override {
    const std::vector<KnownFile> wanted = target.wanted();
    for (const KnownFile& file : wanted) fetchOne(file, target);
  }

 private:
  static bool isWhole(const fs::path& part, const KnownFile& file) {
    std::error_code ignored;
    return fs::exists(part, ignored) && sha256Of(part) == file.gzSha256;
  }

  static std::string sha256Of(const fs::path& path) {
    const std::string bytes = readFile(path);
    return sha256(bytes.data(), bytes.size());
  }

  void fetchOne(const KnownFile& file, FetchTarget& target) const {
    const fs::path part = target.folder() / (file.name + ".gz.part");
    if (!isWhole(part, file)) download(file, part, target);
    target.store(file, gunzip(part, file.size));
    removeFile(part);
  }

  /// Goes on from `part`; if that leads nowhere (the server cannot resume, the part was no beginning of this file),
  /// once more from nothing.
  void download(const KnownFile& file, const fs::path& part, const FetchTarget& target) const {
    const std::string packed = file.name + ".gz";
    // deflate makes nothing longer than this
    const int64_t limit = file.size + file.size / 1000 + 1024;
    for (bool again = true; again;) {
      Download attempt(base_ + packed, part, limit, packed, target);
      again = attempt.resumed();
      if (attempt.run() && isWhole(part, file)) return;
      removeFile(part);
    }
    throw Error({QT_TRANSLATE_NOOP("core", "%1 is not the published file: its SHA-256 differs."), {packed}});
  }

  std::string base_;
};

}  // namespace

std::unique_ptr<FetchSource> mirrorSource(std::string base) { return std::make_unique<MirrorSource>(std::move(base)); }

}  // namespace sparring
