#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gateway/http/asio.h"

namespace voronka::gateway {

using Request = http::request<http::string_body>;
using Headers = std::vector<std::pair<std::string, std::string>>;

struct ResponseHead {
  http::status status = http::status::ok;
  Headers headers;
};

struct Response {
  ResponseHead head;
  // Shared: a file is sent to many clients at once. Never null.
  std::shared_ptr<const std::string> body;
};

Response MakeResponse(http::status status, std::string_view content_type, std::string body);

// Plain text, for errors of HTTP itself. Empty: the status's own reason.
Response PlainAnswer(http::status status, std::string text = {});

inline std::string_view View(boost::string_view text) { return {text.data(), text.size()}; }

// Of a header that may be absent.
std::string_view HeaderOf(const Request& request, std::string_view name);

// Of a header that must be sent once: all values of one that is sent several times, which then is no valid one.
std::string SoleHeaderOf(const Request& request, std::string_view name);

// Without the query.
std::string_view PathOf(const Request& request);

// `application/json` of `Application/JSON; charset=utf-8`.
std::string MediaTypeOf(const Request& request);

}  // namespace voronka::gateway
