#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "foundation/process/log.h"
#include "foundation/process/read_file.h"

namespace voronka::notifier {

// A key whose file may be replaced while the process runs. Safe to use from every thread; renew from one at a time.
template <class Key>
class KeyFile {
 public:
  using Read = std::function<Key(const std::filesystem::path&)>;

  // Throws what `read` throws, and std::system_error.
  KeyFile(std::filesystem::path file, Read read)
      : file_(std::move(file)), read_(std::move(read)), content_(process::ReadFile(file_)), current_(NewKey()) {}

  std::shared_ptr<const Key> current() const {
    const std::lock_guard lock(mutex_);
    return current_;
  }

  // Logs what is wrong with a file once, not as often as it is looked at.
  void Renew(process::Log& log) {
    std::string problem;
    try {
      if (Reload()) log.Info("took over a new push key", {{"file", file_.string()}});
    } catch (const std::exception& error) {
      problem = error.what();
    }
    if (!problem.empty() && problem != problem_) {
      log.Warning("a push key cannot be used; the former one stays", {{"file", file_.string()}, {"reason", problem}});
    }
    problem_ = std::move(problem);
  }

 private:
  std::shared_ptr<const Key> NewKey() const { return std::make_shared<const Key>(read_(file_)); }

  bool Reload() {
    std::string content = process::ReadFile(file_);
    if (content == content_) return false;
    auto key = NewKey();
    content_ = std::move(content);
    const std::lock_guard lock(mutex_);
    current_ = std::move(key);
    return true;
  }

  const std::filesystem::path file_;
  const Read read_;
  std::string content_;
  std::string problem_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Key> current_;
};

}  // namespace voronka::notifier
