#include "gateway/forms/form_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "client/call_failed.h"
#include "client/methods.h"
#include "foundation/rpc/calls/status.h"
#include "foundation/rpc/requests/error.h"
#include "gateway/dialects/connect_error.h"
#include "gateway/forms/pages.h"
#include "gateway/http/language.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kHtml = "text/html; charset=utf-8";

// Where HTTP has a more exact status than that of the code.
constexpr std::array<std::pair<std::string_view, http::status>, 3> kByReason = {
    {{"ORIGIN_NOT_ALLOWED", http::status::forbidden},
     {"FORM_TOO_LARGE", http::status::payload_too_large},
     {"UNSUPPORTED_FORM_TYPE", http::status::unsupported_media_type}}};

bool IsForPerson(const Request& request) {
  return MediaTypeOf(request) != kJson && HeaderOf(request, "accept").find("text/html") != std::string_view::npos;
}

// A header is ASCII; other characters are percent-encoded.
std::string AsLocation(const std::string& url) {
  std::string location;
  for (const char c : url) {
    const bool ascii = c > ' ' && c <= '~';
    location += ascii ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return location;
}

grpc::Status NotReached(const Request& request) {
  rpc::Error error(rpc::Code::kUnavailable,
                   {"NOT_REACHED",
                    "",
                    {"The server is busy; send the form again in a moment. What is sent twice is kept once.",
                     "Сервер сейчас не отвечает; отправьте форму ещё раз через минуту. Отправленное дважды "
                     "сохранится один раз."}});
  return rpc::ToStatus(error.RetryAfter(std::chrono::seconds(2)), LanguageOf(request));
}

http::status StatusOf(const client::CallFailed& failure) {
  const auto* found = std::ranges::find(kByReason, failure.reason(), [](const auto& each) { return each.first; });
  return found == kByReason.end() ? HttpStatusOf(failure.code()) : found->second;
}

}  // namespace

Response FormAccepted(const Request& request, const crm::v1::SubmitFormResponse& response) {
  if (!IsForPerson(request)) {
    return MakeResponse(http::status::ok, kJson, response.repeated() ? R"({"repeated":true})" : "{}");
  }
  const bool elsewhere = !response.redirect_url().empty();
  Response page = MakeResponse(elsewhere ? http::status::see_other : http::status::ok, kHtml,
                               ThanksPage(LanguageOf(request), HeaderOf(request, "referer")));
  if (elsewhere) page.head.headers.emplace_back("location", AsLocation(response.redirect_url()));
  return page;
}

Response FormRefused(const Request& request, const grpc::Status& reported) {
  const grpc::Status status = reported.error_details().empty() ? NotReached(request) : reported;
  const client::CallFailed failure(client::MethodTaking(*crm::v1::SubmitFormRequest::descriptor()), status);
  Response response =
      IsForPerson(request)
          ? MakeResponse(StatusOf(failure), kHtml,
                         RefusalPage(LanguageOf(request), HeaderOf(request, "referer"), failure.localized_message()))
          : MakeResponse(StatusOf(failure), kJson, ConnectError(status));
  if (const auto delay = failure.retry_delay()) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*delay).count();
    response.head.headers.emplace_back("retry-after", std::to_string(seconds));
  }
  return response;
}

}  // namespace voronka::gateway
