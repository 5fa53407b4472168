#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "client/client.h"
#include "client/request_id.h"
#include "tests/system/moments.h"

namespace voronka::testing {

// What a client was told of one request, after it had repeated it through every failure that a repeat may cure.
struct Told {
  enum class Outcome { kAcknowledged, kRefused, kUnknown };
  // As `SubmitInquiry`.
  std::string method;
  std::string request_id;
  Outcome outcome = Outcome::kUnknown;
  // How it failed, else.
  std::string failure = {};
  // Of the acknowledged resource, in its own type.
  std::string answer = {};
  int attempts = 0;
};

// What all clients were told. Safe to use from every thread.
class Ledger {
 public:
  // Gives the request an id and repeats it until it is answered. Nothing where it is refused, or stays unknown.
  template <class Response, class Request>
  std::optional<Response> Ask(client::Client& client, Request request) {
    request.set_request_id(client::NewRequestId());
    Response response;
    const auto& method = client::MethodTaking(*request.GetDescriptor());
    Told told{.method = method.name(), .request_id = request.request_id()};
    CallUntilAnswered(client, request, response, told);
    Note(told, response);
    if (told.outcome != Told::Outcome::kAcknowledged) return std::nullopt;
    return response;
  }

  std::vector<Told> Of(std::string_view method, Told::Outcome outcome) const;
  std::vector<Told> All(Told::Outcome outcome) const;
  int Acknowledged() const;
  // Calls beyond the first of each request.
  int Repeats() const;

 private:
  static void CallUntilAnswered(client::Client& client, const google::protobuf::Message& request,
                                google::protobuf::Message& response, Told& told);
  void Note(Told told, const google::protobuf::Message& response);

  mutable std::mutex mutex_;
  std::vector<Told> told_;
};

template <class Response>
Response AnswerOf(const Told& told) {
  Response response;
  response.ParseFromString(told.answer);
  return response;
}

}  // namespace voronka::testing
