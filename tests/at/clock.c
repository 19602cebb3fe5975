/* The wall clock of a program and its children, so many seconds (KCC_CLOCK_SHIFT) from the real one.

   What waits is not touched: the monotonic clock stays, and moments to wait until are told to the system in its own
   time. (libfaketime 0.9.10 either refuses Python's time.sleep or lets Event.wait hang.) Linux with glibc. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static long shift;

__attribute__((constructor)) static void begin(void) {
    const char *told = getenv("KCC_CLOCK_SHIFT");
    shift = told ? atol(told) : 0;
}

static struct timespec real(const struct timespec *until) {
    struct timespec moment = *until;
    if (moment.tv_sec > 1000000000L) moment.tv_sec -= shift; /* else it is by the monotonic clock */
    return moment;
}

int clock_gettime(clockid_t clock, struct timespec *found) {
    static int (*asked)(clockid_t, struct timespec *);
    if (!asked) asked = dlsym(RTLD_NEXT, "clock_gettime");
    int failed = asked(clock, found);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) found->tv_sec += shift;
    return failed;
}

int gettimeofday(struct timeval *restrict found, void *restrict zone) {
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    found->tv_sec = now.tv_sec;
    found->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *found) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (found) *found = now.tv_sec;
    return now.tv_sec;
}

int pthread_cond_timedwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict until) {
    static int (*asked)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
    /* of the two that glibc has on x86-64 the plain name may find the old one */
    if (!asked) asked = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    if (!asked) asked = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    struct timespec moment = real(until);
    return asked(cond, mutex, &moment);
}

int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex, const struct timespec *restrict until) {
    static int (*asked)(pthread_mutex_t *, const struct timespec *);
    if (!asked) asked = dlsym(RTLD_NEXT, "pthread_mutex_timedlock");
    struct timespec moment = real(until);
    return asked(mutex, &moment);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until) {
    static int (*asked)(sem_t *, const struct timespec *);
    if (!asked) asked = dlsym(RTLD_NEXT, "sem_timedwait");
    struct timespec moment = real(until);
    return asked(semaphore, &moment);
}
