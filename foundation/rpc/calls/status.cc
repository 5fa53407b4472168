#include "foundation/rpc/calls/status.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <span>
#include <string>

#include "foundation/storage/errors.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace voronka::rpc {
namespace {

using google::protobuf::util::TimeUtil;

// Details travel in the trailing metadata, of which gRPC clients accept at most 8 KiB.
constexpr size_t kLargestViolations = 5'500;
constexpr size_t kFraming = 60;

// A localized text may occur twice: for its field and for the whole error.
size_t SizeOf(const Violation& violation) {
  return violation.reason.size() + violation.field.size() + violation.text.en.size() + 2 * violation.text.ru.size() +
         kFraming;
}

// As many violations as fit, but at least one.
std::span<const Violation> Shown(const Error& error) {
  const auto& all = error.violations();
  size_t count = 1;
  for (size_t size = SizeOf(all[0]); count < all.size(); ++count) {
    size += SizeOf(all[count]);
    if (size > kLargestViolations) break;
  }
  return std::span(all).first(count);
}

google::rpc::ErrorInfo Info(const Error& error) {
  google::rpc::ErrorInfo info;
  info.set_reason(error.reason());
  info.set_domain("voronka");
  for (const auto& [name, value] : error.metadata()) (*info.mutable_metadata())[name] = value;
  const size_t hidden = error.violations().size() - Shown(error).size();
  if (hidden > 0) (*info.mutable_metadata())["more_violations"] = std::to_string(hidden);
  return info;
}

google::rpc::BadRequest BadRequestOf(const Error& error, const std::string& locale) {
  google::rpc::BadRequest bad;
  for (const auto& violation : Shown(error)) {
    auto& field = *bad.add_field_violations();
    field.set_field(violation.field);
    field.set_reason(violation.reason);
    field.set_description(violation.text.en);
    field.mutable_localized_message()->set_locale(locale);
    field.mutable_localized_message()->set_message(InLanguage(locale, violation.text));
  }
  return bad;
}

google::rpc::PreconditionFailure PreconditionOf(const Error& error) {
  google::rpc::PreconditionFailure failure;
  for (const auto& violation : Shown(error)) {
    auto& rule = *failure.add_violations();
    rule.set_type(violation.reason);
    rule.set_subject(violation.field);
    rule.set_description(violation.text.en);
  }
  return failure;
}

// Whoever reads the text of each violation finds it on a line of its own.
std::string OnOneLine(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

google::rpc::LocalizedMessage Localized(const Error& error, const std::string& locale) {
  google::rpc::LocalizedMessage message;
  message.set_locale(locale);
  for (const auto& violation : Shown(error)) {
    if (!message.message().empty()) message.mutable_message()->append("\n");
    message.mutable_message()->append(OnOneLine(InLanguage(locale, violation.text)));
  }
  return message;
}

google::rpc::Status Details(const Error& error, const std::string& locale) {
  google::rpc::Status status;
  status.set_code(static_cast<int>(error.code()));
  status.set_message(error.what());
  status.add_details()->PackFrom(Info(error));
  if (error.code() == Code::kInvalidArgument) status.add_details()->PackFrom(BadRequestOf(error, locale));
  if (error.code() == Code::kFailedPrecondition) status.add_details()->PackFrom(PreconditionOf(error));
  status.add_details()->PackFrom(Localized(error, locale));
  if (error.retry_after()) {
    google::rpc::RetryInfo retry;
    *retry.mutable_retry_delay() = TimeUtil::MillisecondsToDuration(error.retry_after()->count());
    status.add_details()->PackFrom(retry);
  }
  return status;
}

Error DatabaseUnavailable() {
  Error error(Code::kUnavailable, {"DATABASE_UNAVAILABLE",
                                   "",
                                   {"The database does not answer now; repeat with the same request_id.",
                                    "База данных сейчас не отвечает; повторите с тем же request_id."}});
  return error.RetryAfter(std::chrono::seconds(1));
}

Error Busy() {
  Error error(Code::kAborted, {"CONFLICT",
                               "",
                               {"Too many changes at once; repeat with the same request_id.",
                                "Слишком много одновременных изменений; повторите с тем же request_id."}});
  return error.RetryAfter(std::chrono::milliseconds(100));
}

Error Internal() { return Error(Code::kInternal, {"INTERNAL", "", {"An internal error.", "Внутренняя ошибка."}}); }

}  // namespace

grpc::Status ToStatus(const Error& error, const std::string& locale) {
  return grpc::Status(static_cast<grpc::StatusCode>(error.code()), error.what(),
                      Details(error, locale).SerializeAsString());
}

Error AsError(const std::exception_ptr& thrown, std::string* hidden) {
  try {
    std::rethrow_exception(thrown);
  } catch (const Error& error) {
    return error;
  } catch (const storage::Unavailable& error) {
    *hidden = error.what();
    return DatabaseUnavailable();
  } catch (const storage::Retryable& error) {
    *hidden = error.what();
    return Busy();
  } catch (const std::exception& error) {
    *hidden = error.what();
    return Internal();
  } catch (...) {
    *hidden = "what was thrown is no std::exception";
    return Internal();
  }
}

}  // namespace voronka::rpc
