// Where processes and their threads wait for each other: a barrier that lies in memory which they share.
#pragma once

#include <pthread.h>
#include <sys/mman.h>

#include <new>
#include <stdexcept>

namespace provost::races {

/// So many come each time; then it begins anew.
class Meeting {
public:
    explicit Meeting(int who_come) : who_come_(who_come) {
        pthread_mutexattr_t of_mutex;
        pthread_condattr_t of_condition;
        pthread_mutexattr_init(&of_mutex);
        pthread_condattr_init(&of_condition);
        pthread_mutexattr_setpshared(&of_mutex, PTHREAD_PROCESS_SHARED);
        pthread_condattr_setpshared(&of_condition, PTHREAD_PROCESS_SHARED);
        pthread_mutex_init(&mutex_, &of_mutex);
        pthread_cond_init(&all_came_, &of_condition);
        pthread_mutexattr_destroy(&of_mutex);
        pthread_condattr_destroy(&of_condition);
    }
    Meeting(const Meeting&) = delete;
    Meeting& operator=(const Meeting&) = delete;
    ~Meeting() {
        pthread_cond_destroy(&all_came_);
        pthread_mutex_destroy(&mutex_);
    }

    /// Comes, and waits until all have come.
    void come() { arrive(true); }
    /// Comes, and waits for nobody.
    void pass() { arrive(false); }

private:
    void arrive(bool waits) {
        pthread_mutex_lock(&mutex_);
        const auto meeting = meetings_;
        if (++came_ == who_come_) {
            came_ = 0;
            ++meetings_;
            pthread_cond_broadcast(&all_came_);
        }
        while (waits && meeting == meetings_) pthread_cond_wait(&all_came_, &mutex_);
        pthread_mutex_unlock(&mutex_);
    }

    pthread_mutex_t mutex_;
    pthread_cond_t all_came_;
    int who_come_;
    int came_ = 0;
    unsigned meetings_ = 0;
};

/// An object that processes forked later share.
template <class T>
class Common {
public:
    template <class... Arguments>
    explicit Common(Arguments... arguments) {
        void* memory = mmap(nullptr, sizeof(T), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) throw std::runtime_error("no memory to share");
        object_ = new (memory) T(arguments...);
    }
    Common(const Common&) = delete;
    Common& operator=(const Common&) = delete;
    ~Common() {
        object_->~T();
        munmap(object_, sizeof(T));
    }
    T& operator*() const { return *object_; }
    T* operator->() const { return object_; }

private:
    T* object_;
};

}  // namespace provost::races
