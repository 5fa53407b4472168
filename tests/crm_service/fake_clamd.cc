#include "tests/crm_service/fake_clamd.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace voronka::testing {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kCommand = "zINSTREAM\0"sv;

int ListenOn(const std::string& path) {
  const int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof(address.sun_path)) throw std::runtime_error("too long for a socket: " + path);
  std::ranges::copy(path, address.sun_path);
  if (bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0 || listen(listener, 16) != 0) {
    throw std::runtime_error("cannot listen on " + path);
  }
  return listener;
}

// Nothing: the client has closed.
std::optional<std::string> Take(int connection, size_t size) {
  std::string bytes(size, '\0');
  for (size_t at = 0; at < size;) {
    const ssize_t read = recv(connection, bytes.data() + at, size - at, 0);
    if (read <= 0) return std::nullopt;
    at += static_cast<size_t>(read);
  }
  return bytes;
}

void Say(int connection, std::string_view answer) {
  // With the zero at its end, as to a command that begins with z.
  send(connection, answer.data(), answer.size() + 1, MSG_NOSIGNAL);
}

}  // namespace

FakeClamd::FakeClamd(std::filesystem::path socket, size_t longest)
    : socket_(std::move(socket)),
      longest_(longest),
      listener_(ListenOn(socket_.string())),
      thread_([this] { Serve(); }) {}

FakeClamd::~FakeClamd() {
  stopping_ = true;
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
  std::filesystem::remove(socket_);
}

void FakeClamd::Serve() {
  while (!stopping_) {
    const int connection = accept(listener_, nullptr, nullptr);
    if (connection < 0) continue;
    if (!away_) Answer(connection);
    close(connection);
  }
}

void FakeClamd::Answer(int connection) {
  const auto command = Take(connection, kCommand.size());
  if (command != kCommand) return Say(connection, "UNKNOWN COMMAND");
  if (hasty_) return Say(connection, "stream: OK");
  std::string content;
  while (true) {
    const auto length = Take(connection, 4);
    if (!length) return;
    size_t size = 0;
    for (const char byte : *length) size = size * 256 + static_cast<unsigned char>(byte);
    if (size == 0) break;
    if (content.size() + size > longest_) return Say(connection, "INSTREAM size limit exceeded. ERROR");
    const auto piece = Take(connection, size);
    if (!piece) return;
    content += *piece;
  }
  ++scans_;
  const bool is_clean = content.find(kEicar) == std::string::npos;
  Say(connection, is_clean ? "stream: OK" : "stream: Eicar-Signature FOUND");
}

}  // namespace voronka::testing
