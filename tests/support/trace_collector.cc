#include "tests/support/trace_collector.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cctype>
#include <stdexcept>

namespace voronka::testing {
namespace {

using nlohmann::json;

constexpr std::string_view kLengthHeader = "content-length: ";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

std::string LowerCase(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

size_t BodyLength(const std::string& head) {
  const std::string lower = LowerCase(head);
  const auto found = lower.find(kLengthHeader);
  return found == std::string::npos ? 0 : std::stoul(lower.substr(found + kLengthHeader.size()));
}

// The body of the request; empty if the client has gone.
std::string ReadBody(int connection) {
  std::string text;
  char piece[16'384];
  for (;;) {
    const auto head_end = text.find(kHeadEnd);
    if (head_end != std::string::npos) {
      const size_t body = head_end + kHeadEnd.size();
      if (text.size() >= body + BodyLength(text.substr(0, head_end))) return text.substr(body);
      if (LowerCase(text).find("expect: 100-continue") != std::string::npos && text.size() == body) {
        constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        (void)send(connection, kContinue.data(), kContinue.size(), MSG_NOSIGNAL);
      }
    }
    const ssize_t read = recv(connection, piece, sizeof(piece), 0);
    if (read <= 0) return "";
    text.append(piece, static_cast<size_t>(read));
  }
}

ReceivedSpan ToSpan(const std::string& service, const json& span) {
  return {service,
          span.at("name"),
          span.at("traceId"),
          span.at("spanId"),
          span.contains("parentSpanId") ? span.at("parentSpanId").get<std::string>() : "",
          span};
}

}  // namespace

TraceCollector::TraceCollector() : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (bind(socket_, generic, size) != 0 || listen(socket_, 16) != 0 || getsockname(socket_, generic, &size) != 0) {
    throw std::runtime_error("the collector cannot listen");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { Serve(); });
}

TraceCollector::~TraceCollector() {
  // Ends the accept.
  shutdown(socket_, SHUT_RDWR);
  thread_.join();
  close(socket_);
}

std::string TraceCollector::endpoint() const { return fmt::format("http://127.0.0.1:{}/v1/traces", port_); }

void TraceCollector::Serve() {
  for (;;) {
    const int connection = accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    Answer(connection);
    close(connection);
  }
}

void TraceCollector::Answer(int connection) {
  const std::string body = ReadBody(connection);
  const int status = status_;
  if (status == 200 && !body.empty()) {
    const std::lock_guard lock(mutex_);
    requests_.push_back(json::parse(body));
  }
  const std::string answer =
      fmt::format("HTTP/1.1 {} status\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{{}}", status);
  (void)send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
}

std::vector<ReceivedSpan> TraceCollector::spans() const {
  const std::lock_guard lock(mutex_);
  std::vector<ReceivedSpan> spans;
  for (const auto& request : requests_) {
    for (const auto& resource : request.at("resourceSpans")) {
      const std::string service =
          resource.at("resource").at("attributes").at(0).at("value").at("stringValue").get<std::string>();
      for (const auto& scope : resource.at("scopeSpans")) {
        for (const auto& span : scope.at("spans")) spans.push_back(ToSpan(service, span));
      }
    }
  }
  return spans;
}

std::optional<ReceivedSpan> TraceCollector::Find(const std::string& service, const std::string& name,
                                                 const std::string& trace_id) const {
  for (auto& span : spans()) {
    if (span.service == service && span.name == name && (trace_id.empty() || span.trace_id == trace_id)) return span;
  }
  return std::nullopt;
}

}  // namespace voronka::testing
