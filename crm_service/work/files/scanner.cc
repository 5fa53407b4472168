#include "crm_service/work/files/scanner.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <system_error>
#include <utility>

namespace voronka::crm {
namespace {

using namespace std::string_view_literals;
using std::chrono::steady_clock;

// Until clamd takes a piece, and until it says what it has found.
constexpr time_t kScannerSeconds = 30;
constexpr std::chrono::seconds kTurnComesWithin(5);
constexpr size_t kLongestAnswer = 4096;

constexpr std::string_view kBegin = "zINSTREAM\0"sv;
constexpr std::string_view kAboutStream = "stream: ";
constexpr std::string_view kIsClean = "stream: OK";
constexpr std::string_view kIsFound = " FOUND";

ScannerAway NoAnswer(const char* what) { return ScannerAway(what + (": " + std::generic_category().message(errno))); }

// A connection to clamd.
class ClamdSocket {
 public:
  explicit ClamdSocket(steady_clock::time_point until)
      : until_(until), descriptor_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (descriptor_ < 0) throw NoAnswer("socket");
  }
  ~ClamdSocket() { close(descriptor_); }
  ClamdSocket(const ClamdSocket&) = delete;
  ClamdSocket& operator=(const ClamdSocket&) = delete;

  void Connect(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof(address.sun_path)) throw ScannerAway("the path of its socket is too long");
    std::ranges::copy(path, address.sun_path);
    const timeval patience{.tv_sec = kScannerSeconds, .tv_usec = 0};
    for (const int option : {SO_SNDTIMEO, SO_RCVTIMEO}) {
      if (setsockopt(descriptor_, SOL_SOCKET, option, &patience, sizeof(patience)) != 0) throw NoAnswer("setsockopt");
    }
    if (connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
      throw NoAnswer(path.c_str());
    }
  }

  // False: clamd takes no more, and may have said why.
  bool Send(std::string_view bytes) {
    while (!bytes.empty()) {
      CheckTime();
      const ssize_t sent = send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent < 0 && (errno == EPIPE || errno == ECONNRESET)) return false;
      if (sent < 0) throw NoAnswer("send");
      bytes.remove_prefix(static_cast<size_t>(sent));
    }
    return true;
  }

  std::string Answer() {
    std::string answer;
    char piece[512];
    while (answer.size() < kLongestAnswer && !answer.ends_with('\0')) {
      CheckTime();
      const ssize_t read = recv(descriptor_, piece, sizeof(piece), 0);
      if (read < 0 && errno == EINTR) continue;
      if (read < 0) throw NoAnswer("recv");
      if (read == 0) break;
      answer.append(piece, static_cast<size_t>(read));
    }
    if (answer.ends_with('\0')) answer.pop_back();
    return answer;
  }

 private:
  // One that takes a byte now and then is never late by the socket's own limit.
  void CheckTime() const {
    if (steady_clock::now() >= until_) throw ScannerAway("it takes too long");
  }

  const steady_clock::time_point until_;
  const int descriptor_;
};

// Four bytes, the highest first.
std::string LengthOfPiece(size_t size) {
  std::string length;
  for (const int shift : {24, 16, 8, 0}) length += static_cast<char>((size >> shift) & 0xff);
  return length;
}

std::string NameOfFound(std::string_view answer) {
  if (answer == kIsClean) return "";
  if (!answer.starts_with(kAboutStream) || !answer.ends_with(kIsFound)) {
    throw ScannerAway(answer.empty() ? "it has closed the connection" : std::string(answer));
  }
  answer.remove_prefix(kAboutStream.size());
  answer.remove_suffix(std::min(answer.size(), kIsFound.size()));
  return answer.empty() ? "?" : std::string(answer);
}

// One of the few scans at a time.
template <class Semaphore>
class Turn {
 public:
  explicit Turn(Semaphore& free) : free_(free) {
    if (!free_.try_acquire_for(kTurnComesWithin)) throw ScannerAway("it is busy");
  }
  ~Turn() { free_.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  Semaphore& free_;
};

}  // namespace

Scanner::Scanner(std::string socket, std::chrono::milliseconds patience)
    : socket_(std::move(socket)), patience_(patience) {}

std::string Scanner::FoundIn(const std::function<std::string()>& next) {
  const Turn turn(free_);
  ClamdSocket clamd(steady_clock::now() + patience_);
  clamd.Connect(socket_);
  bool takes_more = clamd.Send(kBegin);
  while (takes_more) {
    const std::string piece = next();
    takes_more = clamd.Send(LengthOfPiece(piece.size())) && clamd.Send(piece);
    if (piece.empty()) break;
  }
  std::string found = NameOfFound(clamd.Answer());
  if (found.empty() && !takes_more) throw ScannerAway("it has not taken all of the content");
  return found;
}

}  // namespace voronka::crm
