#include "gateway/http/streamed_body.h"

#include <gmock/gmock.h>

#include <atomic>
#include <boost/asio/write.hpp>
#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace voronka::gateway {
namespace {

using namespace std::chrono_literals;

// A client who has sent the head of a request with a body of 1000 bytes.
class BodyInParts : public ::testing::Test {
 protected:
  BodyInParts() {
    sender_.connect(acceptor_.local_endpoint());
    stream_.socket() = acceptor_.accept();
    Send("PUT /files HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n");
    http::request_parser<http::string_body> head;
    http::read_header(stream_, buffer_, head);
    body_.emplace(std::move(head), stream_, buffer_);
  }

  void Send(const std::string& bytes) {
    ErrorCode closed;
    asio::write(sender_, asio::buffer(bytes), closed);
  }

  // Throws what reading throws.
  std::string ReadAll(std::chrono::milliseconds within) {
    std::exception_ptr thrown;
    std::string piece;
    asio::co_spawn(context_, body_->Read(1000, within), [&](std::exception_ptr failure, std::string read) {
      thrown = std::move(failure);
      piece = std::move(read);
    });
    context_.run();
    if (thrown) std::rethrow_exception(thrown);
    return piece;
  }

  asio::io_context context_;
  asio::ip::tcp::acceptor acceptor_{context_, asio::ip::tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
  asio::ip::tcp::socket sender_{context_};
  beast::tcp_stream stream_{context_};
  beast::flat_buffer buffer_;
  std::optional<StreamedBody> body_;
};

TEST_F(BodyInParts, IsReadWhole) {
  Send(std::string(400, 'a'));
  Send(std::string(600, 'b'));
  EXPECT_EQ(ReadAll(10s), std::string(400, 'a') + std::string(600, 'b'));
  EXPECT_TRUE(body_->is_over());
}

TEST_F(BodyInParts, IsNotAwaitedByteByByte) {
  std::atomic<bool> is_over = false;
  std::thread sender([&] {
    for (int i = 0; !is_over && i < 1000; ++i) {
      Send("a");
      std::this_thread::sleep_for(10ms);
    }
  });
  EXPECT_THROW(ReadAll(100ms), boost::system::system_error);
  is_over = true;
  sender.join();
}

}  // namespace
}  // namespace voronka::gateway
