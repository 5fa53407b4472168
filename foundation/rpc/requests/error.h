#pragma once

#include <chrono>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace voronka::rpc {

// The canonical codes that a call can be answered with, numbered as in google.rpc.Code.
enum class Code {
  kInvalidArgument = 3,
  kDeadlineExceeded = 4,
  kNotFound = 5,
  kAlreadyExists = 6,
  kPermissionDenied = 7,
  kResourceExhausted = 8,
  kFailedPrecondition = 9,
  kAborted = 10,
  kInternal = 13,
  kUnavailable = 14,
  kUnauthenticated = 16,
};

// What a user reads, in their language.
struct Text {
  std::string en;
  std::string ru;
};

// `locale` is `ru` or `en`, as Caller::locale.
inline const std::string& InLanguage(const std::string& locale, const Text& text) {
  return locale == "en" ? text.en : text.ru;
}

struct Violation {
  // Stable, UPPER_SNAKE_CASE.
  std::string reason;
  // Path in the request, for example `deal.amount.minor`; empty: the request as a whole.
  std::string field;
  Text text;
};

// The only type of error that reaches a caller as it is. Anything else that is thrown is logged and answered with
// INTERNAL, or with UNAVAILABLE if the database cannot be reached.
class Error : public std::exception {
 public:
  using Metadata = std::map<std::string, std::string>;

  Error(Code code, Violation violation, Metadata metadata = {})
      : Error(code, std::vector<Violation>{std::move(violation)}, std::move(metadata)) {}
  Error(Code code, std::vector<Violation> violations, Metadata metadata = {})
      : code_(code), violations_(std::move(violations)), metadata_(std::move(metadata)) {}

  Code code() const { return code_; }
  // The reason of the first violation is the reason of the error.
  const std::string& reason() const { return violations_.front().reason; }
  const std::vector<Violation>& violations() const { return violations_; }
  const Metadata& metadata() const { return metadata_; }
  const char* what() const noexcept override { return violations_.front().text.en.c_str(); }

  // How soon a retry may succeed.
  Error& RetryAfter(std::chrono::milliseconds delay) {
    retry_after_ = delay;
    return *this;
  }
  std::optional<std::chrono::milliseconds> retry_after() const { return retry_after_; }

 private:
  Code code_;
  std::vector<Violation> violations_;
  Metadata metadata_;
  std::optional<std::chrono::milliseconds> retry_after_;
};

// For a resource that does not exist in the account, or belongs to another one. `resource` is written like `held_form`.
Error NotFound(const std::string& resource, int64_t id);
Error NotFound(const std::string& resource, const std::string& key);

// Collects everything that is wrong with a request, so that all of it is reported at once.
class Violations {
 public:
  void Add(std::string reason, std::string field, Text text) {
    violations_.push_back({std::move(reason), std::move(field), std::move(text)});
  }
  void AddUnless(bool holds, std::string reason, std::string field, Text text) {
    if (!holds) Add(std::move(reason), std::move(field), std::move(text));
  }
  void AddAll(const Violations& others) {
    violations_.insert(violations_.end(), others.violations_.begin(), others.violations_.end());
  }
  bool empty() const { return violations_.empty(); }
  const std::vector<Violation>& all() const { return violations_; }
  void ThrowIfAny(Code code = Code::kInvalidArgument, Error::Metadata metadata = {}) const {
    if (!violations_.empty()) throw Error(code, violations_, std::move(metadata));
  }

 private:
  std::vector<Violation> violations_;
};

}  // namespace voronka::rpc
