#pragma once

// Asio 1.74 takes clang for a compiler without coroutines where the library is GCC's.
#define BOOST_ASIO_HAS_CO_AWAIT 1
// Asio 1.74 uses std::exchange without including it.
// clang-format off
#include <utility>
// clang-format on

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace voronka::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

// What a coroutine of this program returns.
template <class T = void>
using Task = asio::awaitable<T>;

using ErrorCode = boost::system::error_code;

}  // namespace voronka::gateway
